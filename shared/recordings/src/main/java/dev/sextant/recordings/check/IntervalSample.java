package dev.sextant.recordings.check;

import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Row;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * The interval of a file with one row per interval: the most frequent step between the sorted times of a stream, to the
 * second, the shorter one of two equally frequent. Learnt from the first {@link #ROWS} rows.
 */
public final class IntervalSample {

    static final int ROWS = 2_000;

    private final Map<String, TreeSet<Long>> times = new HashMap<>();
    private int rows;

    /** Looks at a row; true while the sample is too small. Files of other order are known by their first rows. */
    public boolean wantsMoreAfter(Row row) {
        rows++;
        if (row instanceof Row.Data data) {
            if (!(data.place().order() instanceof Order.Periodic(long timeMs))) {
                return false;
            }
            times.computeIfAbsent(data.place().stream(), _ -> new TreeSet<>()).add(timeMs);
        }
        return rows < ROWS;
    }

    /** Milliseconds, absent when no stream has two rows. */
    public OptionalLong intervalMs() {
        Map<Long, Integer> steps = new HashMap<>();
        for (TreeSet<Long> stream : times.values()) {
            long before = stream.first();
            for (long timeMs : stream.tailSet(before, false)) {
                steps.merge(Math.max(1_000, Math.round((timeMs - before) / 1_000.0) * 1_000), 1, Integer::sum);
                before = timeMs;
            }
        }
        return steps.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(step -> OptionalLong.of(step.getKey()))
                .orElse(OptionalLong.empty());
    }
}
