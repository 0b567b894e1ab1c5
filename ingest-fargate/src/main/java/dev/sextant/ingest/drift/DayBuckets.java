package dev.sextant.ingest.drift;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds buckets anew from recorded trades. Trades alone don't tell in which of two buckets one that came late was
 * counted, so, like the recorder, this cuts where complete stored buckets were cut; what is in them comes from the trades.
 */
final class DayBuckets {

    private static final int MOST_HOLES = 1_000;

    private final BucketBuilder builder = new BucketBuilder();
    private final Map<Long, Long> startMsByFirstId = new HashMap<>();
    private final List<IdRange> holes = new ArrayList<>();
    private final long fromMs;
    private final Consumer<Bucket> out;

    /**
     * @param fromMs start of the first bucket that is wanted
     * @param out takes the buckets, oldest first
     */
    DayBuckets(long fromMs, Consumer<Bucket> out) {
        this.fromMs = fromMs;
        this.out = out;
    }

    /** Tells what stood last before the first bucket, so that the next id makes it a whole one. */
    void startBehind(long aggId, long priceE8) {
        if (aggId >= 0) {
            builder.onTrade(new AggTrade(aggId, priceE8, 1, fromMs - 1, false, 0, 0));
        }
    }

    /** Learns where a complete bucket was cut; of several with one first id, empty ones in between, the last counts. */
    void learn(StoredBucket stored) {
        if (stored.complete()) {
            startMsByFirstId.merge(stored.firstAggId(), stored.startMs(), Math::max);
            startMsByFirstId.merge(stored.lastAggId() + 1, stored.startMs() + Bucket.LENGTH_MS, Math::max);
        }
    }

    /** Folds the next trade, in the order of ids. */
    void add(AggTrade trade) {
        long expected = builder.expectedAggId();
        if (trade.aggId() == expected) {
            Long startMs = startMsByFirstId.get(expected);
            if (startMs != null) {
                closeUntil(startMs);
            }
        } else if (expected >= 0 && holes.size() < MOST_HOLES) {
            holes.add(new IdRange(expected, trade.aggId() - 1));
        }
        give(builder.onTrade(trade));
    }

    private void closeUntil(long endMs) {
        give(builder.onEventTime(endMs + BucketBuilder.QUIET_MS));
    }

    /**
     * Closes what ends at or before a time. If the desk counted trades behind the last one that is stored, nothing that
     * is closed here is whole.
     */
    void end(long endMs, long lastAggId) {
        long expected = builder.expectedAggId();
        List<Bucket> closed = builder.onEventTime(endMs + BucketBuilder.QUIET_MS);
        if (expected < 0 || expected > lastAggId) {
            give(closed);
        } else {
            holes.add(new IdRange(expected, lastAggId));
            give(closed.stream()
                    .map(bucket -> new Bucket(bucket.sums(), bucket.sizes(), false, bucket.closedBy()))
                    .toList());
        }
    }

    /** The missing ids in or beside a bucket. */
    Optional<IdRange> holeAt(Bucket bucket) {
        return holes.reversed().stream()
                .filter(hole ->
                        hole.touches(bucket.sums().firstAggId(), bucket.sums().lastAggId()))
                .findFirst();
    }

    private void give(List<Bucket> closed) {
        closed.stream().filter(bucket -> bucket.startMs() >= fromMs).forEach(out);
    }
}
