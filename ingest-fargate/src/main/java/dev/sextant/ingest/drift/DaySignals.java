package dev.sextant.ingest.drift;

import dev.sextant.domain.event.Direction;
import dev.sextant.signals.score.LastSignals;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a strategy last emitted, as the day goes on. From what the desk stored, as the desk itself does: so one decision
 * that differs doesn't make the next ones differ by its cooldown.
 */
final class DaySignals {

    /** A signal the desk stored. */
    record Emitted(Direction direction, long decidedAtMs) {}

    private final Iterator<Emitted> signals;
    private final Map<Direction, Long> latest = new EnumMap<>(Direction.class);
    private @Nullable Emitted next;

    /** @param stored in the order of time: of each direction the last before the day, then those of the day */
    DaySignals(List<Emitted> stored) {
        this.signals = stored.iterator();
        this.next = signals.hasNext() ? signals.next() : null;
    }

    /** What stood before an instant; the instants rise. */
    LastSignals before(long atMs) {
        while (next != null && next.decidedAtMs() < atMs) {
            latest.merge(next.direction(), next.decidedAtMs(), Math::max);
            next = signals.hasNext() ? signals.next() : null;
        }
        return new LastSignals(latest);
    }
}
