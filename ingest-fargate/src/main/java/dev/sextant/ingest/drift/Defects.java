package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Gap;
import dev.sextant.signals.window.IndicatorSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Buckets for which desk and recomputation had other trades, and what is known of why. */
final class Defects {

    /**
     * Something wrong with a bucket.
     *
     * @param missing whether trades are known to be missing on one side
     */
    record Defect(boolean missing, String told) {}

    private final NavigableMap<Long, Defect> byStartMs = new TreeMap<>();
    private final List<Gap> ledger;

    /** @param ledger what the ledger of gaps says of the day's ids */
    Defects(List<Gap> ledger) {
        this.ledger = ledger;
    }

    /** A bucket that was incomplete when the desk decided on it, and was made whole later. */
    void upgraded(long startMs) {
        byStartMs.put(startMs, new Defect(true, at(startMs) + " was incomplete when it was decided on"));
    }

    /** Compares a bucket with the stored one. */
    void look(Bucket rebuilt, @Nullable StoredBucket stored, Optional<IdRange> hole) {
        long startMs = rebuilt.startMs();
        if (stored != null && stored.contentHash().equals(rebuilt.contentHash())) {
            if (stored.upgraded()) {
                upgraded(startMs);
            }
            return;
        }
        if (stored == null) {
            byStartMs.put(startMs, new Defect(true, at(startMs) + " was not stored"));
        } else if (!rebuilt.complete()) {
            byStartMs.put(startMs, new Defect(true, at(startMs) + " lacks trades in the store" + toldOf(hole)));
        } else if (!stored.complete()) {
            byStartMs.put(startMs, new Defect(true, at(startMs) + " was stored incomplete"));
        } else {
            byStartMs.put(
                    startMs,
                    new Defect(false, at(startMs) + " is whole on both sides and not the same: a trade changed"));
        }
    }

    private String toldOf(Optional<IdRange> hole) {
        return hole.map(ids ->
                        ": " + ids + (isInLedger(ids) ? ", in the ledger of gaps" : ", not in the ledger of gaps"))
                .orElse("");
    }

    private boolean isInLedger(IdRange ids) {
        return ledger.stream().anyMatch(gap -> ids.overlaps(new IdRange(gap.fromAggId(), gap.toAggId())));
    }

    /** The latest defect among the buckets that a row at an instant rests on. */
    Optional<Defect> behind(IndicatorSpec spec, long atMs) {
        return Optional.ofNullable(byStartMs.lowerEntry(atMs))
                .filter(latest -> latest.getKey() >= spec.historyFromMs(atMs))
                .map(Map.Entry::getValue);
    }

    /** The defect of one bucket. */
    Optional<Defect> at(Bucket bucket) {
        return Optional.ofNullable(byStartMs.get(bucket.startMs()));
    }

    List<String> told(int most) {
        return byStartMs.values().stream().map(Defect::told).limit(most).toList();
    }

    private static String at(long startMs) {
        return "bucket " + Instant.ofEpochMilli(startMs);
    }
}
