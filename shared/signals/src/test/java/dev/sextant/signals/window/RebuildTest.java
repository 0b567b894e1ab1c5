package dev.sextant.signals.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.signals.testing.Captures;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.GeneratedTrades;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An engine rebuilt from stored buckets is the engine that ran through: rows and state hash. */
class RebuildTest {

    private static final IndicatorSpec SHORT =
            new IndicatorSpec(30_000, 45_000, 90_000, 60_000, 30_000, 15_000, 30_000, 3, 120_000);

    @Property(tries = 100)
    void aRebuiltEngineEqualsOneThatRanThrough(@ForAll("trades") List<AggTrade> trades) {
        List<Bucket> buckets = buckets(trades);
        for (int stop = 1; stop < buckets.size(); stop += 5) {
            compareFrom(SHORT, buckets, stop);
        }
    }

    @Test
    void fourDaysOfTradesRebuildOverTheStandardWindows() {
        List<Bucket> buckets = buckets(
                Captures.bitstamp(Files.reference("bitstamp-spot-trades-2013/BTCUSD-trades-20131125-28.csv.gz")));
        for (int stop : new int[] {100, 5_759, 5_760, 6_000, 12_345, 17_280, 23_000}) {
            compareFrom(IndicatorSpec.STANDARD, buckets, stop);
        }
    }

    @Test
    void withoutTheSeedOnlyTheAtrDiffers() {
        List<Bucket> buckets = buckets(
                Captures.bitstamp(Files.reference("bitstamp-spot-trades-2013/BTCUSD-trades-20131125-28.csv.gz")));
        IndicatorEngine whole = new IndicatorEngine(IndicatorSpec.STANDARD);
        IndicatorEngine tail = new IndicatorEngine(IndicatorSpec.STANDARD);
        IndicatorRow expected = whole.onBucket(buckets.getFirst());
        IndicatorRow actual = expected;
        for (Bucket bucket : buckets.subList(1, 12_000)) {
            expected = whole.onBucket(bucket);
            actual = bucket.startMs() < buckets.get(5_000).startMs() ? expected : tail.onBucket(bucket);
        }
        assertEquals(expected.cvd24hE8(), actual.cvd24hE8());
        assertEquals(expected.p99QtyE8(), actual.p99QtyE8());
        Double atr = expected.atr();
        Double tailAtr = actual.atr();
        assertNotEquals(null, atr);
        assertNotEquals(null, tailAtr);
        assertEquals(atr == null ? 0 : atr, tailAtr == null ? 1 : tailAtr, 1e-8);
    }

    @Test
    void aSeedOffTheCandleGridIsRefused() {
        Exception refused = assertThrows(
                IllegalArgumentException.class, () -> new IndicatorEngine(SHORT, new AtrSeed(15_000, 1, 1)));
        assertEquals("seed stands at 15000, expected a candle boundary, a multiple of 30000 ms", refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new AtrSeed(0, Double.NaN, 1));
    }

    @Provide
    Arbitrary<List<AggTrade>> trades() {
        return GeneratedTrades.lists(150, 90_000);
    }

    /** Stops after some buckets, rebuilds from what would be stored, and runs both on over the next ten. */
    private static void compareFrom(IndicatorSpec spec, List<Bucket> buckets, int stop) {
        IndicatorEngine through = new IndicatorEngine(spec);
        List<IndicatorRow> stored = new ArrayList<>();
        buckets.subList(0, stop).forEach(bucket -> stored.add(through.onBucket(bucket)));
        IndicatorEngine rebuilt = rebuild(spec, buckets.subList(0, stop), stored);
        assertEquals(through.stateHash(), rebuilt.stateHash(), () -> "state after " + stop + " buckets");
        for (Bucket next : buckets.subList(stop, Math.min(stop + 10, buckets.size()))) {
            assertEquals(through.onBucket(next), rebuilt.onBucket(next));
        }
        assertEquals(through.stateHash(), rebuilt.stateHash());
    }

    /** What the scorer does on a cold start. */
    private static IndicatorEngine rebuild(IndicatorSpec spec, List<Bucket> buckets, List<IndicatorRow> stored) {
        long fromMs = spec.historyFromMs(stored.getLast().atMs());
        AtrSeed seed = stored.stream()
                .filter(row -> row.atMs() == fromMs)
                .findFirst()
                .flatMap(AtrSeed::of)
                .orElse(null);
        IndicatorEngine engine = new IndicatorEngine(spec, seed);
        buckets.stream()
                .filter(bucket -> seed == null || bucket.startMs() >= fromMs)
                .forEach(engine::onBucket);
        return engine;
    }

    private static List<Bucket> buckets(List<AggTrade> trades) {
        BucketBuilder builder = new BucketBuilder();
        return trades.stream().flatMap(trade -> builder.onTrade(trade).stream()).toList();
    }
}
