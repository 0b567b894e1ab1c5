package dev.sextant.recordings.check;

import dev.sextant.recordings.row.Order;
import dev.sextant.recordings.row.Place;
import dev.sextant.recordings.row.Row;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The interval of a file with one row per interval: the most frequent step between rows of a stream, to the second, the
 * shorter one of two equally frequent. Learnt from the first {@link #ROWS} rows.
 */
public final class IntervalSample {

    static final int ROWS = 2_000;

    private final Map<String, Long> last = new HashMap<>();
    private final Map<Long, Integer> steps = new HashMap<>();

    private int rows;

    /** Looks at a row; true while the sample is too small. Files of other order are known by their first rows. */
    public boolean wantsMoreAfter(Row row) {
        rows++;
        boolean periodic = true;
        if (row instanceof Row.Data data) {
            periodic = data.place().order() instanceof Order.Periodic;
            learn(data.place());
        }
        return periodic && rows < ROWS;
    }

    private void learn(Place place) {
        if (!(place.order() instanceof Order.Periodic(long timeMs))) {
            return;
        }
        Long before = last.put(place.stream(), timeMs);
        long step = before == null ? 0 : Math.round((timeMs - before) / 1_000.0) * 1_000;
        if (step > 0) {
            steps.merge(step, 1, Integer::sum);
        }
    }

    /** Milliseconds, absent when no stream has two rows. */
    public OptionalLong intervalMs() {
        return steps.entrySet().stream()
                .max(Map.Entry.<Long, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(step -> OptionalLong.of(step.getKey()))
                .orElse(OptionalLong.empty());
    }
}
