package dev.sextant.local.venue.play;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Recorded events. */
final class ListSource<T> implements Source {

    private final List<T> events;
    private final ToLongFunction<T> timeMs;
    private final Consumer<T> action;
    private int next;

    ListSource(List<T> events, ToLongFunction<T> timeMs, Consumer<T> action) {
        this.events = events;
        this.timeMs = timeMs;
        this.action = action;
    }

    @Override
    public long nextMs() {
        return next < events.size() ? timeMs.applyAsLong(events.get(next)) : NEVER;
    }

    @Override
    public void fire() {
        action.accept(events.get(next++));
    }
}
