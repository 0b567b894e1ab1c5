package dev.sextant.recordings.check;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The missing numbers of one stream. A late number fills its gap again while the gap is among the last
 * {@link #KEPT_OPEN}; older gaps are only summed up, so memory stays bounded.
 */
final class GapLedger {

    static final int KEPT_OPEN = 4_096;

    private final TreeMap<Long, Long> open = new TreeMap<>();
    private long closedCount;
    private long closedMissing;
    private @Nullable Span closedLongest;

    /** Missing numbers, both ends included. */
    record Span(long from, long to) {
        long size() {
            return to - from + 1;
        }

        static @Nullable Span longer(@Nullable Span one, @Nullable Span other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return other.size() > one.size() ? other : one;
        }
    }

    /** Notes that all numbers from {@code from} to {@code to} are missing. */
    void add(long from, long to) {
        open.put(from, to);
        if (open.size() > KEPT_OPEN) {
            Map.Entry<Long, Long> oldest = open.pollFirstEntry();
            Span span = new Span(oldest.getKey(), oldest.getValue());
            closedCount++;
            closedMissing += span.size();
            closedLongest = Span.longer(closedLongest, span);
        }
    }

    /** Notes that a number came after all. */
    void fill(long number) {
        Map.Entry<Long, Long> gap = open.floorEntry(number);
        if (gap == null || gap.getValue() < number) {
            return;
        }
        open.remove(gap.getKey());
        if (gap.getKey() < number) {
            open.put(gap.getKey(), number - 1);
        }
        if (gap.getValue() > number) {
            open.put(number + 1, gap.getValue());
        }
    }

    long count() {
        return closedCount + open.size();
    }

    long missing() {
        return closedMissing
                + open.entrySet().stream()
                        .mapToLong(gap -> gap.getValue() - gap.getKey() + 1)
                        .sum();
    }

    @Nullable
    Span longest() {
        Span longest = closedLongest;
        for (Map.Entry<Long, Long> gap : open.entrySet()) {
            longest = Span.longer(longest, new Span(gap.getKey(), gap.getValue()));
        }
        return longest;
    }
}
