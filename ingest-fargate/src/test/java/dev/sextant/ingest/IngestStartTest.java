package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Gap;
import dev.sextant.ingest.rig.Recorder;
import dev.sextant.ingest.rig.Rig;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.http.VenueReadException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IngestStartTest {

    private static final long T = Tape.START_MS;
    private static final Tape TAPE = Tape.of(9, 400, 50, Tape.BTC);
    private static final List<AggTrade> TRADES = TAPE.trades(Tape.BTC);

    private static List<MarketEvent> eventsFrom(long afterMs) {
        return TAPE.events().stream()
                .filter(event -> event.eventTimeMs() >= T + afterMs)
                .toList();
    }

    private static Recorder recorded(Rig rig) {
        return Recorder.of(rig.sinks.frames(Tape.BTC));
    }

    @Test
    void withNothingStoredAndNoBackFillItBeginsWithTheStream() throws InterruptedException {
        Rig rig = new Rig(TAPE, Tape.BTC).connect().onAll(TAPE.events()).drain();
        assertEquals(TRADES, recorded(rig).trades());
        assertEquals(List.of(), rig.history.asked);
    }

    @Test
    void aBackFillByTimeJoinsTheStreamWithoutLossOrRepeat() throws InterruptedException {
        Rig rig = new Rig(TAPE, Tape.BTC).backfill(120_000, T + 200_000);
        // REST is two seconds behind what the socket will tell, and the socket repeats what REST has.
        rig.history.newest(T + 201_000);
        rig.connect().onAll(eventsFrom(199_000)).drain();

        List<AggTrade> expected = TRADES.stream()
                .filter(trade -> trade.tradeTimeMs() >= Bucket.startOf(T + 80_000) - Bucket.LENGTH_MS)
                .toList();
        Recorder recorder = recorded(rig);
        assertEquals(expected, recorder.trades());
        assertEquals(Recorder.contents(recorder.built()), Recorder.contents(recorder.brought()));
        assertTrue(recorder.built().stream().skip(1).allMatch(Bucket::complete));
    }

    @Test
    void aBackFillSkipsQuietTimeAtItsBeginning() throws InterruptedException {
        Rig rig = new Rig(TAPE, Tape.BTC).backfill(3_600_000, T + 200_000);
        rig.history.newest(T + 200_000);
        rig.connect().onAll(eventsFrom(199_000)).drain();
        assertEquals(TRADES, recorded(rig).trades());
    }

    @Property(tries = 40)
    void aRunThatWasKilledIsContinuedWithoutLoss(@ForAll @IntRange(min = 100, max = 14_000) int killedAfter)
            throws InterruptedException {
        int cut = Math.min(killedAfter, TAPE.events().size() - 1);
        Rig first = new Rig(TAPE, Tape.BTC).connect();
        first.onAll(TAPE.events().subList(0, cut)).flush();
        // What was not cut into a frame yet dies with the process. The stream goes on a second later.
        long killedAtMs = TAPE.events().get(cut).eventTimeMs();
        OptionalLong durable = first.sinks.lastAggId(Tape.BTC);

        Rig second = new Rig(TAPE, Tape.BTC).epoch(2).resumeAt(Map.of(Tape.BTC, durable));
        second.history.newest(killedAtMs + 1_000);
        second.connect().onAll(eventsFrom(killedAtMs + 1_000 - T)).drain();

        List<AggTrade> both = new ArrayList<>(recorded(first).trades());
        both.addAll(recorded(second).trades());
        assertEquals(TRADES, both);
        List<Frame> frames = new ArrayList<>(first.sinks.frames(Tape.BTC));
        frames.addAll(second.sinks.frames(Tape.BTC));
        List<Bucket> clean = Recorder.buckets(TRADES);
        assertEquals(
                Recorder.contents(clean),
                Recorder.contents(Recorder.of(frames).brought()).subList(0, clean.size()));
    }

    @Test
    void theBucketThatWasOpenAtTheKillIsWholeAgain() throws InterruptedException {
        AggTrade last = TRADES.stream()
                .filter(trade -> trade.tradeTimeMs() < T + 100_000)
                .reduce((before, trade) -> trade)
                .orElseThrow();
        Rig rig = new Rig(TAPE, Tape.BTC).resumeAt(Map.of(Tape.BTC, OptionalLong.of(last.aggId())));
        rig.connect().onAll(eventsFrom(101_000)).drain();

        List<Bucket> brought = recorded(rig).brought();
        assertEquals(Bucket.startOf(last.tradeTimeMs()), brought.getFirst().startMs());
        assertTrue(brought.stream().allMatch(Bucket::complete));
        assertEquals(last.aggId() + 1, recorded(rig).trades().getFirst().aggId());
    }

    @Test
    void aStoredTradeThatTheVenueNeverHadIsIgnored() throws InterruptedException {
        Rig rig = new Rig(TAPE, Tape.BTC).resumeAt(Map.of(Tape.BTC, OptionalLong.of(9_000_000_000L)));
        rig.connect().onAll(TAPE.events()).drain();
        assertEquals(TRADES, recorded(rig).trades());
    }

    @Test
    void aStoredTradeThatIsTooOldLeavesAGapInTheLedger() throws InterruptedException {
        long stored = TRADES.getFirst().aggId();
        Rig rig = new Rig(TAPE, Tape.BTC)
                .backfill(60_000, T + 200_000)
                .resumeAt(Map.of(Tape.BTC, OptionalLong.of(stored)));
        rig.history.fail(1, Kind.REFUSED);
        rig.history.newest(T + 200_000);
        rig.connect().onAll(eventsFrom(200_000)).drain();

        long firstSent = recorded(rig).trades().getFirst().aggId();
        assertEquals(List.of(new Gap(Tape.BTC, stored + 1, firstSent - 1, T + 200_000, false)), rig.gaps);
    }

    @Test
    void aVenueThatFailsDuringTheBackFillIsAskedAgainWhenTheStreamRuns() throws InterruptedException {
        long stored = TRADES.get(500).aggId();
        Rig rig = new Rig(TAPE, Tape.BTC).resumeAt(Map.of(Tape.BTC, OptionalLong.of(stored)));
        rig.history.fail(1, Kind.UNREACHABLE);
        rig.history.newest(T + 100_000);
        rig.connect().onAll(eventsFrom(100_000)).drain();

        assertEquals(TRADES.subList(501, TRADES.size()), recorded(rig).trades());
    }
}
