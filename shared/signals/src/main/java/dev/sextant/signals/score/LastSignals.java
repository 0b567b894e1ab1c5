package dev.sextant.signals.score;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * When a strategy name last emitted a signal for a symbol, by direction: what cooldowns start from. In event time, from
 * stored signals only, so that deciding a bucket again gives the same answer.
 *
 * @param decidedAtMs decision instants of the last signals, epoch milliseconds; directions without one are absent
 */
public record LastSignals(Map<Direction, Long> decidedAtMs) {

    /** Nothing was emitted yet. */
    public static final LastSignals NONE = new LastSignals(Map.of());

    public LastSignals {
        decidedAtMs = Map.copyOf(decidedAtMs);
    }

    /** With a signal added; an older one than the kept changes nothing. */
    public LastSignals with(SignalRaised signal) {
        Map<Direction, Long> next = new EnumMap<>(Direction.class);
        next.putAll(decidedAtMs);
        next.merge(signal.direction(), signal.decidedAtMs(), Math::max);
        return new LastSignals(next);
    }

    /** When the last signal before an instant was decided; one at or after it can't have mattered then. */
    OptionalLong before(Direction direction, long atMs) {
        Long last = decidedAtMs.get(direction);
        return last == null || last >= atMs ? OptionalLong.empty() : OptionalLong.of(last);
    }
}
