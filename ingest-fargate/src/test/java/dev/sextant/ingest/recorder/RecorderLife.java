package dev.sextant.ingest.recorder;

import static dev.sextant.ingest.recorder.Market.BTC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A recorder with all that can happen to it: batches that come again, restarts, a database and a venue that fail. */
final class RecorderLife {

    private final Random random;
    private final Market market;
    private final List<RecorderEvent> alarms = new ArrayList<>();
    private boolean storeFails = true;
    private boolean historyFails;
    private Recorder recorder;
    final FlakyStore store;

    RecorderLife(Random random, Market market, boolean historyFails) {
        this.random = random;
        this.market = market;
        this.historyFails = historyFails;
        this.store = new FlakyStore(() -> storeFails && random.nextInt(25) == 0);
        this.recorder = start();
    }

    private Recorder start() {
        return new Recorder(store, this::fetch, event -> {
            switch (event) {
                case RecorderEvent.BucketDiffers differs -> alarms.add(differs);
                case RecorderEvent.IdsWentBack wentBack -> alarms.add(wentBack);
                case RecorderEvent.EpochRejected _,
                        RecorderEvent.GapOpened _,
                        RecorderEvent.GapFilled _,
                        RecorderEvent.BucketUpgraded _ -> {}
            }
        });
    }

    private List<AggTrade> fetch(Symbol symbol, long fromAggId, long toAggId) throws HistoryUnavailableException {
        if (historyFails && random.nextInt(3) > 0) {
            throw new HistoryUnavailableException(symbol + " can't be asked for");
        }
        return market.trades().stream()
                .filter(trade -> fromAggId <= trade.aggId() && trade.aggId() <= toAggId)
                .filter(_ -> !historyFails || random.nextInt(4) > 0)
                .toList();
    }

    /** Delivers frames in batches, some lost, some again. The first with a trade arrives: recording begins with it. */
    void deliver(List<Frame> frames, int lossPercent) {
        int begin = 0;
        while (frames.get(begin).trades().isEmpty()) {
            begin++;
        }
        int at = 0;
        while (at < frames.size()) {
            int end = Math.min(frames.size(), at + 1 + random.nextInt(6));
            List<Frame> batch = new ArrayList<>();
            for (int i = at; i < end; i++) {
                if (i == begin || random.nextInt(100) >= lossPercent) {
                    batch.add(frames.get(i));
                }
                if (i > 0 && random.nextInt(8) == 0) {
                    batch.add(frames.get(i - random.nextInt(Math.min(i, 4))));
                }
            }
            give(batch);
            at = end;
            if (random.nextInt(10) == 0) {
                recorder = start();
                at = Math.max(1, at - random.nextInt(5));
            }
        }
    }

    private void give(List<Frame> batch) {
        boolean done = false;
        while (!done) {
            try {
                recorder.accept(List.copyOf(batch));
                done = true;
            } catch (IllegalStateException databaseIsAway) {
                recorder = random.nextBoolean() ? recorder : start();
            }
        }
    }

    /** Everything works again, and the ingest goes on with frames that bring no trades. */
    void settle(Frame last) {
        storeFails = false;
        historyFails = false;
        for (int round = 1; round <= 60; round++) {
            give(List.of(Market.idleAfter(last, round * 31_000L)));
        }
    }

    /** Compares rows byte by byte. The first bucket of a recording is never complete, so its row is not repaired. */
    void assertRows(List<AggTrade> trades, List<Bucket> buckets) {
        assertEquals(List.of(), alarms);
        assertEquals(trades, store.rows.trades(BTC));
        List<Bucket> stored = store.rows.buckets(BTC);
        assertEquals(buckets.getFirst().startMs(), stored.getFirst().startMs());
        for (int i = 1; i < Math.min(buckets.size(), stored.size()); i++) {
            assertEquals(printed(buckets.get(i)), printed(stored.get(i)));
        }
        assertEquals(buckets.size(), stored.size());
    }

    private static String printed(Bucket bucket) {
        return bucket.sums() + " " + bucket.complete() + " " + bucket.contentHash();
    }
}
