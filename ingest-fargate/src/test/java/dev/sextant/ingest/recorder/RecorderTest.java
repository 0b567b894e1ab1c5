package dev.sextant.ingest.recorder;

import static dev.sextant.ingest.recorder.Market.BTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.BucketSums;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.MarketRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final long T0 = 1_723_161_240_000L;

    private final MemoryTradeStore store = new MemoryTradeStore();
    private final List<RecorderEvent> events = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<AggTrade> venue = new ArrayList<>();
    private boolean venueIsAway;
    private Recorder recorder = new Recorder(store, this::fetch, events::add);

    private List<AggTrade> fetch(Object symbol, long fromAggId, long toAggId) throws HistoryUnavailableException {
        asked.add(fromAggId + ".." + toAggId);
        if (venueIsAway) {
            throw new HistoryUnavailableException("banned");
        }
        return venue.stream()
                .filter(trade -> fromAggId <= trade.aggId() && trade.aggId() <= toAggId)
                .toList();
    }

    @Test
    void aFrameThatComesTwiceIsStoredOnce() {
        Frame frame = frame(1, 0, trade(1, 0), trade(2, 500));

        recorder.accept(List.of(frame, frame));
        recorder.accept(List.of(frame));

        assertEquals("1 2", ids());
        assertEquals(List.of(), events);
    }

    @Test
    void frameOrderWithinABatchIsRestored() {
        recorder.accept(List.of(frame(1, 0, trade(1, 0)), frame(1, 2, trade(3, 20)), frame(1, 1, trade(2, 10))));

        assertEquals("1 2 3", ids());
        assertEquals(List.of(), asked);
    }

    @Test
    void aLostFrameIsFetchedFromTheVenueAtOnce() {
        venue.add(trade(2, 10));
        recorder.accept(List.of(frame(1, 0, trade(1, 0))));
        recorder.accept(List.of(frame(1, 2, trade(3, 20))));

        assertEquals("1 2 3", ids());
        assertEquals(List.of("2..2"), asked);
        assertEquals(List.of(new RecorderEvent.GapFilled(new Gap(BTC, 2, 2, T0 + 20, true))), events);
    }

    @Test
    void aHoleThatCannotBeFilledIsKeptAndFilledLater() {
        venueIsAway = true;
        recorder.accept(List.of(frame(1, 0, trade(1, 0)), frame(1, 2, trade(3, 20)), frame(1, 3, trade(4, 15_001))));
        assertEquals(List.of(new Gap(BTC, 2, 2, T0 + 20, false)), store.gaps(BTC));
        assertEquals(List.of(false), complete());

        venueIsAway = false;
        venue.add(trade(2, 10));
        recorder.accept(List.of(frame(1, 4, trade(5, 46_000))));

        assertEquals("1 2 3 4 5", ids());
        assertEquals(List.of(new Gap(BTC, 2, 2, T0 + 20, true)), store.gaps(BTC));
        assertEquals(List.of(true, true, true), complete());
        assertTrue(events.contains(new RecorderEvent.BucketUpgraded(BTC, T0)), events::toString);
    }

    @Test
    void aLateDeliveryFillsAHoleWithoutAskingTheVenue() {
        venueIsAway = true;
        recorder.accept(List.of(frame(1, 0, trade(1, 0))));
        recorder.accept(List.of(frame(1, 2, trade(3, 20))));
        asked.clear();

        recorder.accept(List.of(frame(1, 1, trade(2, 10))));

        assertEquals("1 2 3", ids());
        assertEquals(List.of(), asked);
        assertTrue(store.gaps(BTC).getFirst().filled());
    }

    @Test
    void aHoleIsHealedByTheNextRecorderToo() {
        venueIsAway = true;
        recorder.accept(List.of(frame(1, 0, trade(1, 0)), frame(1, 2, trade(3, 20))));

        recorder = new Recorder(store, this::fetch, events::add);
        venueIsAway = false;
        venue.add(trade(2, 10));
        recorder.accept(List.of(frame(1, 3, trade(4, 100))));

        assertEquals("1 2 3 4", ids());
        assertTrue(store.gaps(BTC).getFirst().filled());
    }

    @Test
    void tradesThatOnlyTheOpenBucketCountsAreFetched() {
        venue.addAll(List.of(trade(2, 10), trade(3, 20)));
        recorder.accept(List.of(frame(1, 0, trade(1, 0))));

        recorder.accept(List.of(new Frame(BTC, 1, 5, T0 + 2_000, open(T0, 1, 3), List.of(), List.of())));

        assertEquals("1 2 3", ids());
        assertEquals(List.of("2..3"), asked);
    }

    @Test
    void aMillionMissingIdsAreNoLostFrameAndNotAskedFor() {
        recorder.accept(List.of(frame(1, 0, trade(1, 0)), frame(1, 1, trade(1_000_001, 20))));

        assertEquals(List.of(), asked);
        assertEquals(List.of(new Gap(BTC, 2, 1_000_000, T0 + 20, false)), store.gaps(BTC));
    }

    @Test
    void anIngestThatLostItsLeaseIsNotHeard() {
        recorder.accept(List.of(frame(2, 0, trade(1, 0)), frame(1, 9, trade(2, 10))));

        assertEquals("1", ids());
        assertEquals(List.of(new RecorderEvent.EpochRejected(BTC, 1, 2)), events);
    }

    @Test
    void aBucketThatDiffersBlocksItsSymbolLoudlyAndTradesGoOn() {
        recorder.accept(List.of(frame(1, 0, trade(1, 0), trade(2, 10))));
        Bucket wrong = built(trade(1, 0), trade(2, 11, 999), trade(3, 15_000)).getFirst();

        recorder.accept(List.of(
                new Frame(BTC, 1, 1, T0 + 15_001, open(T0 + 15_000, 3, 3), List.of(trade(3, 15_001)), List.of(wrong))));
        recorder.accept(List.of(frame(1, 2, trade(4, 31_000))));

        assertEquals(Set.of(BTC), recorder.blocked());
        assertEquals(List.of(new RecorderEvent.BucketDiffers(BTC, wrong, BucketSource.FRAME)), events);
        assertEquals("1 2 3 4", ids());
        assertEquals(1, store.buckets(BTC).size());
    }

    @Test
    void framedBucketsThatLeaveOutAnIdAreAnAlarm() {
        recorder.accept(List.of(frame(1, 0, trade(1, 0))));
        Bucket first = built(trade(1, 0), trade(2, 15_000)).getFirst();
        Bucket second = built(trade(3, 15_000), trade(4, 30_000)).getFirst();

        recorder.accept(List.of(new Frame(
                BTC, 1, 1, T0 + 30_001, open(T0 + 30_000, 4, 4), List.of(trade(2, 14_000)), List.of(first, second))));

        assertEquals(Set.of(BTC), recorder.blocked());
    }

    @Test
    void anIncompleteBucketOfAnIngestIsCompletedFromTheReading() {
        Bucket partial = built(trade(2, 10), trade(3, 15_000)).getFirst();
        store.storeBucket(BTC, partial, BucketSource.FRAME);

        recorder.accept(List.of(frame(1, 0, trade(1, 0), trade(2, 10), trade(3, 15_000))));

        assertEquals(List.of(true), complete());
        assertEquals(List.of(new RecorderEvent.BucketUpgraded(BTC, T0)), events);
    }

    @Test
    void idsThatStartAnewAreAnAlarmAndNoDuplicates() {
        recorder.accept(List.of(frame(1, 0, trade(500, 0))));

        recorder.accept(List.of(frame(1, 1, trade(1, 120_000)), frame(1, 2, trade(2, 120_001))));

        assertEquals("500", ids());
        assertEquals(List.of(new RecorderEvent.IdsWentBack(BTC, 1, 500)), events);
    }

    @Test
    void aFailedWriteLosesNothingWhenTheBatchComesAgain() {
        boolean[] fails = {true};
        FlakyStore flaky = new FlakyStore(() -> fails[0]);
        Recorder overFlaky = new Recorder(flaky, this::fetch, events::add);
        List<MarketRecord> batch = List.of(frame(1, 0, trade(1, 0), trade(2, 10)));
        assertThrows(IllegalStateException.class, () -> overFlaky.accept(batch));
        fails[0] = false;

        overFlaky.accept(batch);

        assertEquals(2, flaky.rows.trades(BTC).size());
        assertEquals(List.of(), asked);
    }

    @Test
    void indicatorsAreStoredOnce() {
        IndicatorReading reading = new IndicatorReading(
                BTC, IndicatorType.FUNDING_RATE, T0, T0 + 5, Map.of("rate", new BigDecimal("0.0001")), false);

        recorder.accept(List.of(reading, reading));

        assertEquals(List.of(reading), store.indicators());
    }

    private String ids() {
        return String.join(
                " ",
                store.trades(BTC).stream()
                        .map(trade -> Long.toString(trade.aggId()))
                        .toList());
    }

    private List<Boolean> complete() {
        return store.buckets(BTC).stream().map(Bucket::complete).toList();
    }

    private static AggTrade trade(long id, long afterMs) {
        return trade(id, afterMs, 100);
    }

    private static AggTrade trade(long id, long afterMs, long steps) {
        return new AggTrade(id, 6_180_000_000_000L, steps * 100_000, T0 + afterMs, false, id, id);
    }

    /** A frame with nothing but trades. */
    private static Frame frame(long epoch, long sequence, AggTrade... trades) {
        return new Frame(
                BTC, epoch, sequence, trades[trades.length - 1].tradeTimeMs(), null, List.of(trades), List.of());
    }

    /** The open bucket as far as the recorder looks at it: where it starts and which ids it counts. */
    private static BucketSums open(long startMs, long firstAggId, long lastAggId) {
        long count = lastAggId - firstAggId + 1;
        return new BucketSums(startMs, firstAggId, lastAggId, count, 1, 1, 1, 1, 1, 1, BigInteger.ONE);
    }

    private static List<Bucket> built(AggTrade... trades) {
        BucketBuilder builder = new BucketBuilder();
        List<Bucket> closed = new ArrayList<>();
        for (AggTrade trade : trades) {
            closed.addAll(builder.onTrade(trade));
        }
        return closed;
    }
}
