package dev.sextant.ingest.recorder;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.BucketBuilder;
import dev.sextant.domain.market.BucketSums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds buckets from the trades that were read, in id order. Trades alone don't tell when the ingest closed a bucket by
 * event time, so the fold learns where buckets start from frames and stored rows, and closes there too.
 */
final class BucketFold {

    private static final int REMEMBERED = 64;

    private final BucketBuilder builder = new BucketBuilder();
    /** The start of the bucket whose first id it is; of several, empty ones in between, the last. */
    private final Map<Long, Long> startMsByFirstId = new HashMap<>();
    /** The first ids of buckets that others built completely. */
    private final TreeMap<Long, Long> firstIdByStartMs = new TreeMap<>();

    /** Learns the bounds of a closed bucket; those of an incomplete one are not to be trusted. */
    void learn(Bucket bucket) {
        if (bucket.complete()) {
            learn(bucket.sums());
            learn(bucket.sums().lastAggId() + 1, bucket.endMs());
            remember(bucket.sums().firstAggId(), bucket.startMs());
            remember(bucket.sums().lastAggId() + 1, bucket.endMs());
        }
    }

    /** Learns where a bucket starts, or where an ingest began to count it. */
    void learn(BucketSums sums) {
        learn(sums.firstAggId(), sums.startMs());
    }

    /** Takes over what another fold has learned. */
    void learnFrom(BucketFold other) {
        other.startMsByFirstId.forEach(this::learn);
        other.firstIdByStartMs.forEach((startMs, id) -> remember(id, startMs));
    }

    private void learn(long firstAggId, long startMs) {
        if (firstAggId >= builder.expectedAggId()) {
            startMsByFirstId.merge(firstAggId, startMs, Math::max);
        }
    }

    private void remember(long firstAggId, long startMs) {
        firstIdByStartMs.put(startMs, firstAggId);
        while (firstIdByStartMs.size() > REMEMBERED) {
            firstIdByStartMs.pollFirstEntry();
        }
    }

    /** Folds a trade with a higher id than the last and returns the buckets that are closed now. */
    List<Bucket> fold(AggTrade trade) {
        // In front of a hole nothing is closed by what others saw: trades of the open bucket may be in it.
        List<Bucket> closed = new ArrayList<>(trade.aggId() == builder.expectedAggId() ? closeWhatEnded() : List.of());
        closed.addAll(checked(builder.onTrade(trade)));
        startMsByFirstId.remove(trade.aggId());
        return closed;
    }

    /** Closes every bucket that ends at or before a time. */
    List<Bucket> closeUntil(long endMs) {
        return checked(builder.onEventTime(endMs + BucketBuilder.QUIET_MS));
    }

    /** Closes what is known to have ended without a further trade. */
    List<Bucket> closeWhatEnded() {
        Long startMs = startMsByFirstId.get(builder.expectedAggId());
        return startMs == null ? List.of() : closeUntil(startMs);
    }

    /** Behind a hole a late trade can hide where a bucket began: one that is cut elsewhere than others cut is not whole. */
    private List<Bucket> checked(List<Bucket> closed) {
        return closed.stream()
                .map(bucket -> isCutAsKnown(bucket)
                        ? bucket
                        : new Bucket(bucket.sums(), bucket.sizes(), false, bucket.closedBy()))
                .toList();
    }

    private boolean isCutAsKnown(Bucket bucket) {
        long firstAggId = bucket.sums().firstAggId();
        long nextAggId = bucket.sums().lastAggId() + 1;
        return firstIdByStartMs.getOrDefault(bucket.startMs(), firstAggId) == firstAggId
                && firstIdByStartMs.getOrDefault(bucket.endMs(), nextAggId) == nextAggId;
    }
}
