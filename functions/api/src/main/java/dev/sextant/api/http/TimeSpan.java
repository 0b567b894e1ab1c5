package dev.sextant.api.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open span of time, {@code [from, to)}.
 *
 * @param from null: from the beginning
 * @param to null: up to the newest
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {

    /** The span with both ends moved up to a multiple of the width, so that it holds only whole steps. */
    public TimeSpan wholeSteps(long widthMs) {
        return new TimeSpan(up(from, widthMs), up(to, widthMs));
    }

    private static @Nullable Instant up(@Nullable Instant at, long widthMs) {
        return at == null ? null : Instant.ofEpochMilli(Math.ceilDiv(at.toEpochMilli(), widthMs) * widthMs);
    }
}
