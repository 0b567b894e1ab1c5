package dev.sextant.ingest.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DayBucketsTest {

    private static final long START_MS = 1_723_161_600_000L;
    private static final long PRICE_E8 = 6_000_000_000_000L;

    private final List<Bucket> rebuilt = new ArrayList<>();
    private final DayBuckets buckets = new DayBuckets(START_MS, rebuilt::add);

    private static AggTrade trade(long id, long afterMs) {
        return new AggTrade(id, PRICE_E8 + id, 100 + id, START_MS + afterMs, id % 2 == 0, id, id);
    }

    private static StoredBucket stored(Bucket bucket) {
        return new StoredBucket(
                bucket.startMs(),
                bucket.sums().firstAggId(),
                bucket.sums().lastAggId(),
                bucket.complete(),
                false,
                bucket.contentHash());
    }

    @Test
    void theFirstBucketIsWholeWhenItsFirstIdFollowsOn() {
        buckets.startBehind(99, PRICE_E8);
        buckets.add(trade(100, 3_000));
        buckets.add(trade(101, 16_000));
        assertEquals(1, rebuilt.size());
        assertTrue(rebuilt.getFirst().complete());
        assertEquals(START_MS, rebuilt.getFirst().startMs());
    }

    @Test
    void aMissingTradeMakesItsBucketIncompleteAndIsNamed() {
        buckets.startBehind(99, PRICE_E8);
        buckets.add(trade(100, 1_000));
        buckets.add(trade(103, 2_000));
        buckets.add(trade(104, 16_000));
        buckets.add(trade(105, 31_000));
        assertFalse(rebuilt.getFirst().complete());
        assertEquals(
                "trades 101 to 102",
                buckets.holeAt(rebuilt.getFirst()).orElseThrow().toString());
        assertTrue(rebuilt.getLast().complete());
    }

    @Test
    void aMissingFirstTradeOfTheDayIsMissed() {
        buckets.startBehind(99, PRICE_E8);
        buckets.add(trade(101, 1_000));
        buckets.add(trade(102, 16_000));
        assertFalse(rebuilt.getFirst().complete());
        assertEquals(
                "trade 100", buckets.holeAt(rebuilt.getFirst()).orElseThrow().toString());
    }

    @Test
    void whatEndsBeforeTheDeskEndedIsNotWhole() {
        buckets.startBehind(99, PRICE_E8);
        buckets.add(trade(100, 1_000));
        buckets.add(trade(101, 16_000));
        buckets.end(START_MS + 45_000, 110);
        assertEquals(
                List.of(true, false, false),
                rebuilt.stream().map(Bucket::complete).toList());
        assertEquals(
                "trades 102 to 110",
                buckets.holeAt(rebuilt.getLast()).orElseThrow().toString());
    }

    /** The ingest closed buckets by event time here and there, and trades that came later fell into the next one. */
    @Test
    void bucketsAreCutWhereTheDeskCutThem() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            BucketBuilder desk = new BucketBuilder();
            desk.onTrade(new AggTrade(999, PRICE_E8, 1, START_MS - 1, false, 0, 0));
            List<Bucket> decided = new ArrayList<>();
            List<AggTrade> tape = new ArrayList<>();
            long timeMs = START_MS;
            for (int i = 0; i < 120; i++) {
                timeMs += random.nextInt(9_000);
                long lateMs = random.nextInt(5) == 0 ? random.nextInt(4_000) : 0;
                if (random.nextInt(4) == 0) {
                    decided.addAll(desk.onEventTime(timeMs));
                }
                AggTrade trade = trade(1_000 + i, Math.max(0, timeMs - lateMs - START_MS));
                tape.add(trade);
                decided.addAll(desk.onTrade(trade));
            }
            decided.removeIf(bucket -> bucket.startMs() < START_MS);

            List<Bucket> again = new ArrayList<>();
            DayBuckets recomputed = new DayBuckets(START_MS, again::add);
            recomputed.startBehind(999, PRICE_E8);
            decided.forEach(bucket -> recomputed.learn(stored(bucket)));
            tape.forEach(recomputed::add);
            recomputed.end(decided.getLast().endMs(), decided.getLast().sums().lastAggId());

            assertEquals(
                    decided.stream().map(Bucket::contentHash).toList(),
                    again.stream().map(Bucket::contentHash).toList(),
                    "seed " + seed);
        }
    }
}
