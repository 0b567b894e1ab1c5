package dev.sextant.recordings.row;

import java.util.OptionalLong;

/** What the order of a stream is judged by. */
public sealed interface Order {

    /** Ids that rise by one: a jump is a gap of known size. */
    record Consecutive(long id) implements Order {}

    /**
     * Updates that name what they follow: a break is a gap of unknown size.
     *
     * @param first first update contained
     * @param last last update contained
     * @param previous last update of the row before; where absent, {@code first} must follow it
     */
    record Chained(long first, long last, OptionalLong previous) implements Order {}

    /** One row per interval: a missing interval is a gap. */
    record Periodic(long timeMs) implements Order {}

    /** Numbers that rise with holes, as ids shared with other things do: no gap can be seen. */
    record Rising(long number) implements Order {}

    /** Times that don't fall: silence can be seen, a gap can't. */
    record Timed(long timeMs) implements Order {}

    /** Nothing to judge by. */
    record None() implements Order {}
}
