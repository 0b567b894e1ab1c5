package dev.sextant.ingest.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SymbolFramerTest {

    private static final long T = 1_750_000_005_000L;

    private final List<Frame> frames = new ArrayList<>();
    private final SymbolFramer framer = new SymbolFramer(new Symbol("BTCUSDT"), 7, frames::add);
    private long nextId = 100;

    private void trade(long timeMs) {
        framer.add(new AggTrade(nextId, 6_000_000_000_000L + nextId, 100_000_000, timeMs, false, nextId, nextId));
        nextId++;
    }

    private void boundary(long timeMs) {
        framer.complete(timeMs);
        framer.cut(timeMs % 1_000 == 0);
    }

    /** Sequence, watermark, ids and starts of the closed buckets. */
    private List<String> told() {
        return frames.stream()
                .map(frame -> frame.sequence() + " to +" + (frame.watermarkMs() - T) + " trades "
                        + frame.trades().stream().map(AggTrade::aggId).toList() + " closed "
                        + frame.closed().stream()
                                .map(bucket -> bucket.startMs() - T)
                                .toList())
                .toList();
    }

    @Test
    void tradesLeaveAtTheNextBoundaryAndIdleSymbolsOnFullSeconds() {
        trade(T + 10);
        trade(T + 20);
        boundary(T + 250);
        boundary(T + 500);
        boundary(T + 1_000);
        trade(T + 1_100);
        boundary(T + 1_250);

        assertEquals(
                List.of(
                        "0 to +250 trades [100, 101] closed []",
                        "1 to +1000 trades [] closed []",
                        "2 to +1250 trades [102] closed []"),
                told());
    }

    @Test
    void aClosedBucketIsToldAtOnceAndAgainASecondLater() {
        trade(T);
        boundary(T + 14_750);
        trade(T + 15_001);
        boundary(T + 15_250);
        trade(T + 15_300);
        boundary(T + 15_500);
        boundary(T + 16_000);
        boundary(T + 17_000);

        assertEquals(
                List.of(
                        "0 to +14750 trades [100] closed []",
                        "1 to +15250 trades [101] closed [0]",
                        "2 to +15500 trades [102] closed []",
                        "3 to +16000 trades [] closed []",
                        "4 to +17000 trades [] closed [0]"),
                told());
    }

    @Test
    void aQuietBucketIsClosedByEventTimeOneSecondAfterItsEnd() {
        trade(T);
        for (long second = T + 1_000; second <= T + 16_000; second += 1_000) {
            boundary(second);
        }
        Frame last = frames.getLast();
        assertEquals(List.of(T), last.closed().stream().map(Bucket::startMs).toList());
        assertEquals(Bucket.CloseCause.EVENT_TIME, last.closed().getFirst().closedBy());
        assertTrue(frames.get(frames.size() - 2).closed().isEmpty());
    }

    @Test
    void aFrameRepeatsTheLastFourBucketsOnly() {
        for (int bucket = 0; bucket < 6; bucket++) {
            trade(T + bucket * 15_000L);
            boundary(T + bucket * 15_000L + 250);
        }
        assertEquals(
                List.of(15_000L, 30_000L, 45_000L, 60_000L),
                frames.getLast().closed().stream()
                        .map(bucket -> bucket.startMs() - T)
                        .toList());
    }

    @Test
    void aFrameIsCutEarlyBeforeItGrowsTooLarge() {
        for (int i = 0; i < 2_500; i++) {
            trade(T + i / 1_000);
        }
        boundary(T + 250);
        assertEquals(
                List.of(1_000, 1_000, 500),
                frames.stream().map(frame -> frame.trades().size()).toList());
        assertEquals(0, frames.getFirst().watermarkMs());
        assertEquals(T + 250, frames.getLast().watermarkMs());
    }

    @Test
    void aLongBackFillTellsEveryBucketBeforeItIsFiveBuckets() {
        for (int bucket = 0; bucket < 20; bucket++) {
            trade(T + bucket * 15_000L);
        }
        framer.cut(false);
        List<Long> told = frames.stream()
                .flatMap(frame -> frame.closed().stream())
                .map(bucket -> (bucket.startMs() - T) / 15_000)
                .distinct()
                .toList();
        assertEquals(
                List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L), told);
    }

    @Test
    void anUntradedSymbolStillTellsHowFarItsTimeIs() {
        boundary(T + 1_000);
        assertEquals(List.of("0 to +1000 trades [] closed []"), told());
        assertNull(frames.getFirst().open());
    }

    @Test
    void warmUpTradesMakeTheOpenBucketWholeButAreNotSentAgain() {
        framer.warmUp(new AggTrade(97, 5, 100_000_000, T - 1, false, 1, 1));
        framer.warmUp(new AggTrade(98, 5, 100_000_000, T + 1, false, 2, 2));
        framer.warmUp(new AggTrade(99, 5, 100_000_000, T + 2, false, 3, 3));
        trade(T + 3);
        boundary(T + 250);
        trade(T + 15_000);
        boundary(T + 15_250);

        assertEquals(List.of("0 to +250 trades [100] closed []", "1 to +15250 trades [101] closed [0]"), told());
        assertEquals(98, Objects.requireNonNull(frames.getFirst().open()).firstAggId());
        assertEquals(3, Objects.requireNonNull(frames.getFirst().open()).count());
        assertTrue(frames.getLast().closed().getFirst().complete());
    }

    /** As in a back-fill, where nothing cuts frames but their own size. */
    @Test
    void noClosedBucketIsForgottenBeforeAFrameHasToldIt() {
        trade(T);
        trade(T + 15_000);
        trade(T + 30_000);
        trade(T + 45_000);
        trade(T + 75_000);
        trade(T + 300_000);
        framer.cut(false);

        assertEquals(
                List.of(
                        "0 to +0 trades [100, 101, 102, 103, 104] closed [0, 15000, 30000, 45000]",
                        "1 to +0 trades [] closed [60000]",
                        "2 to +0 trades [105] closed [75000, 90000, 105000, 120000]",
                        "3 to +0 trades [] closed [135000, 150000, 165000, 180000]",
                        "4 to +0 trades [] closed [195000, 210000, 225000, 240000]",
                        "5 to +0 trades [] closed [255000, 270000, 285000]"),
                told().stream().map(line -> line.replace("to +" + -T, "to +0")).toList());
    }
}
