package dev.sextant.signals.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.signals.testing.Captures;
import dev.sextant.signals.testing.Files;
import dev.sextant.signals.testing.GeneratedTrades;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An engine rebuilt from stored buckets is the engine that ran through: rows and state hash. */
class RebuildTest {

    private static final IndicatorSpec SHORT =
            new IndicatorSpec(30_000, 45_000, 90_000, 60_000, 30_000, 15_000, 30_000, 3, 120_000);

    /** The rank looks back further than anything else. */
    private static final IndicatorSpec LONG_RANK =
            new IndicatorSpec(30_000, 30_000, 30_000, 30_000, 30_000, 15_000, 15_000, 2, 240_000);

    @Property(tries = 60)
    void aRebuiltEngineEqualsOneThatRanThrough(@ForAll("trades") List<AggTrade> trades) {
        List<Bucket> buckets = buckets(trades);
        for (int stop = 1; stop < buckets.size(); stop += 5) {
            compareFrom(SHORT, buckets, stop);
        }
    }

    @Test
    void roundMidnightTheWindowsAndTheDaySumDecideInTurnHowFarBackARebuildReads() {
        int seeded = 0;
        for (int seed = 0; seed < 6; seed++) {
            List<Bucket> buckets = buckets(aroundMidnight(new Random(seed)));
            for (int stop = 1; stop < buckets.size(); stop++) {
                seeded += compareFrom(SHORT, buckets, stop) ? 1 : 0;
                seeded += compareFrom(LONG_RANK, buckets, stop) ? 1 : 0;
            }
        }
        assertTrue(seeded > 300, "rebuilt from a seed " + seeded + " times");
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

    /** Stops, rebuilds from what would be stored, runs both on over the next ten; whether a seed was there. */
    private static boolean compareFrom(IndicatorSpec spec, List<Bucket> buckets, int stop) {
        IndicatorEngine through = new IndicatorEngine(spec);
        List<IndicatorRow> stored = new ArrayList<>();
        buckets.subList(0, stop).forEach(bucket -> stored.add(through.onBucket(bucket)));
        Optional<AtrSeed> seed = seed(spec, stored);
        IndicatorEngine rebuilt = rebuild(spec, buckets.subList(0, stop), seed);
        assertEquals(through.stateHash(), rebuilt.stateHash(), () -> "state after " + stop + " buckets");
        for (Bucket next : buckets.subList(stop, Math.min(stop + 10, buckets.size()))) {
            assertEquals(through.onBucket(next), rebuilt.onBucket(next));
        }
        assertEquals(through.stateHash(), rebuilt.stateHash());
        return seed.isPresent();
    }

    /** What the scorer does on a cold start. */
    private static IndicatorEngine rebuild(IndicatorSpec spec, List<Bucket> buckets, Optional<AtrSeed> seed) {
        IndicatorEngine engine = new IndicatorEngine(spec, seed.orElse(null));
        buckets.stream()
                .filter(bucket ->
                        seed.isEmpty() || bucket.startMs() >= seed.get().atMs())
                .forEach(engine::onBucket);
        return engine;
    }

    private static Optional<AtrSeed> seed(IndicatorSpec spec, List<IndicatorRow> stored) {
        long fromMs = spec.historyFromMs(stored.getLast().atMs());
        return stored.stream().filter(row -> row.atMs() == fromMs).findFirst().flatMap(AtrSeed::of);
    }

    /** Ten minutes before midnight UTC to ten after, with pauses up to 40 s and some lost ids. */
    private static List<AggTrade> aroundMidnight(Random random) {
        List<AggTrade> trades = new ArrayList<>();
        long timeMs = 1_723_161_600_000L - 600_000 + random.nextInt(15_000);
        long id = 1;
        long priceE8 = 6_000_000_000_000L;
        while (timeMs < 1_723_161_600_000L + 600_000) {
            timeMs += random.nextInt(random.nextInt(12) == 0 ? 40_000 : 4_000);
            id += random.nextInt(80) == 0 ? 5 : 1;
            priceE8 += random.nextLong(-2_000_000_000L, 2_000_000_000L);
            trades.add(
                    new AggTrade(id, priceE8, 1 + random.nextLong(900_000_000L), timeMs, random.nextBoolean(), id, id));
        }
        return trades;
    }

    private static List<Bucket> buckets(List<AggTrade> trades) {
        BucketBuilder builder = new BucketBuilder();
        return trades.stream().flatMap(trade -> builder.onTrade(trade).stream()).toList();
    }
}
