package dev.sextant.ingest.drift;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows in the order of time, read page by page as they are asked for. */
final class Ahead<T> {

    private final ToLongFunction<T> timeMs;
    private final Function<@Nullable T, List<T>> pageBehind;
    private Iterator<T> page = List.<T>of().iterator();
    private @Nullable T last;
    private @Nullable T next;
    private boolean ended;

    /** @param pageBehind the rows behind one, behind none for null; empty at the end */
    Ahead(ToLongFunction<T> timeMs, Function<@Nullable T, List<T>> pageBehind) {
        this.timeMs = timeMs;
        this.pageBehind = pageBehind;
    }

    /** Takes all rows with a time before this one. */
    List<T> before(long untilMs) {
        List<T> taken = new ArrayList<>();
        for (T row = peek(); row != null && timeMs.applyAsLong(row) < untilMs; row = peek()) {
            taken.add(row);
            next = null;
        }
        return taken;
    }

    private @Nullable T peek() {
        if (next == null && !ended) {
            if (!page.hasNext()) {
                page = pageBehind.apply(last).iterator();
            }
            ended = !page.hasNext();
            next = ended ? null : page.next();
            last = next;
        }
        return next;
    }
}
