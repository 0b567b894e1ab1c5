package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.ingest.rig.Recorder;
import dev.sextant.ingest.rig.Rig;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever the socket loses, repeats or mixes up: the same buckets come out as from the clean list. */
class IngestGapTest {

    private static final long T = Tape.START_MS;

    private static List<MarketEvent> damaged(Tape tape, SplittableRandom random) {
        List<MarketEvent> events = new ArrayList<>();
        int last = tape.events().size() - 1;
        for (int i = 0; i <= last; i++) {
            MarketEvent event = tape.events().get(i);
            boolean trade = event instanceof MarketEvent.Trade;
            int fate = trade && i > 20 && i < last - 20 ? random.nextInt(20) : 19;
            if (fate == 0) {
                continue;
            }
            int at = fate == 1 ? Math.max(0, events.size() - random.nextInt(4)) : events.size();
            events.add(at, event);
            if (fate == 2) {
                events.add(event);
            }
        }
        return events;
    }

    @Property(tries = 60)
    void dropsRepeatsAndReordersChangeNoBucketAndNoTrade(@ForAll long seed) throws InterruptedException {
        Tape tape = Tape.of(seed, 50, 60, Tape.BTC, Tape.ETH);
        Rig rig = new Rig(tape, Tape.BTC, Tape.ETH).connect();
        rig.onAll(damaged(tape, new SplittableRandom(seed))).drain();

        for (var symbol : List.of(Tape.BTC, Tape.ETH)) {
            Recorder recorder = Recorder.of(rig.sinks.frames(symbol));
            List<AggTrade> clean = tape.trades(symbol);
            assertEquals(clean, recorder.trades());
            assertEquals(
                    Recorder.contents(Recorder.buckets(clean)),
                    Recorder.contents(recorder.built())
                            .subList(0, Recorder.buckets(clean).size()));
            assertEquals(
                    Recorder.contents(recorder.built())
                            .subList(0, recorder.brought().size()),
                    Recorder.contents(recorder.brought()));
        }
        assertTrue(rig.gaps.stream().allMatch(Gap::filled), () -> "" + rig.gaps);
    }

    @Test
    void laterTradesWaitForTheMissingOnesAndTheWatermarkStandsStill() throws InterruptedException {
        Tape tape = Tape.of(3, 40, 50, Tape.BTC);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.history.fail(1, Kind.UNREACHABLE);
        List<MarketEvent> events = new ArrayList<>(tape.events());
        int lost = firstTradeAfter(events, T + 5_000);
        events.remove(lost);
        long lostAtMs = events.get(lost).eventTimeMs();
        rig.onAll(events).drain();

        List<Long> watermarks = rig.sinks.ticks().stream()
                .map(tick -> tick.marketTimeMs() - tick.watermarksMs().getOrDefault(Tape.BTC, 0L))
                .toList();
        long stale = watermarks.stream().filter(age -> age > 0).count();
        assertEquals(5, stale, () -> "held from " + lostAtMs + " for one retry: " + watermarks);
        assertEquals(
                tape.trades(Tape.BTC), Recorder.of(rig.sinks.frames(Tape.BTC)).trades());
        assertEquals(List.of(false, true), rig.gaps.stream().map(Gap::filled).toList());
    }

    private static int firstTradeAfter(List<MarketEvent> events, long timeMs) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof MarketEvent.Trade trade && trade.eventTimeMs() > timeMs) {
                return i;
            }
        }
        throw new AssertionError("no trade after " + timeMs);
    }

    @Test
    void aGapThatCantBeFilledLeavesItsBucketIncompleteAndIsInTheLedger() throws InterruptedException {
        Tape tape = Tape.of(4, 90, 50, Tape.BTC);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.history.fail(1_000, Kind.UNREACHABLE);
        List<MarketEvent> events = new ArrayList<>(tape.events());
        int lost = firstTradeAfter(events, T + 20_000);
        MarketEvent.Trade missing = (MarketEvent.Trade) events.remove(lost);
        rig.onAll(events).drain();

        assertEquals(
                List.of(new Gap(
                        Tape.BTC,
                        missing.trade().aggId(),
                        missing.trade().aggId(),
                        events.get(lost).eventTimeMs(),
                        false)),
                rig.gaps.stream().map(gap -> gap).toList());
        List<Bucket> buckets = Recorder.of(rig.sinks.frames(Tape.BTC)).brought();
        assertEquals(
                List.of(true, false, true, true, true),
                buckets.stream().map(Bucket::complete).limit(5).toList());
    }

    @Test
    void aReconnectFetchesWhatWasMissedBeforeAnyBucketCloses() throws InterruptedException {
        Tape tape = Tape.of(5, 60, 50, Tape.BTC);
        List<MarketEvent> before = tape.events().stream()
                .filter(event -> event.eventTimeMs() < T + 12_000)
                .toList();
        List<MarketEvent> after = tape.events().stream()
                .filter(event -> event.eventTimeMs() >= T + 33_000)
                .toList();
        Rig rig = new Rig(tape, Tape.BTC).connect().onAll(before);
        rig.on(new Input.Lost("24 hours are over"));
        rig.history.newest(T + 33_000);
        rig.connect().onAll(after).drain();

        Recorder recorder = Recorder.of(rig.sinks.frames(Tape.BTC));
        assertEquals(tape.trades(Tape.BTC), recorder.trades());
        assertTrue(recorder.built().stream().allMatch(Bucket::complete));
    }

    @Test
    void overlappingConnectionsMissNothingAndDoubleNothing() throws InterruptedException {
        Tape tape = Tape.of(6, 60, 30, Tape.BTC);
        SplittableRandom random = new SplittableRandom(6);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        // The young connection starts at 20 s and runs up to five events ahead of or behind the old one, which ends at
        // 40 s.
        List<MarketEvent> old = tape.events().stream()
                .filter(event -> event.eventTimeMs() < T + 40_000)
                .toList();
        List<MarketEvent> young = tape.events().stream()
                .filter(event -> event.eventTimeMs() >= T + 20_000)
                .toList();
        int o = 0;
        int y = 0;
        while (o < old.size() || y < young.size()) {
            boolean both = o < old.size() && y < young.size() && old.get(o).eventTimeMs() >= T + 20_000;
            boolean ahead = both && young.get(y).eventTimeMs() <= old.get(o).eventTimeMs() + random.nextInt(-90, 90);
            boolean takeYoung = o == old.size() || ahead;
            rig.on(takeYoung ? young.get(y++) : old.get(o++));
        }
        rig.drain();

        assertEquals(
                tape.trades(Tape.BTC), Recorder.of(rig.sinks.frames(Tape.BTC)).trades());
        assertFalse(rig.sinks.ticks().isEmpty());
        assertEquals(60, rig.sinks.ticks().size());
    }
}
