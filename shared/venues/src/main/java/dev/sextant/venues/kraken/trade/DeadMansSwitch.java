package dev.sextant.venues.kraken.trade;

import java.util.OptionalLong;

/**
 * The state of {@code CancelAllOrdersAfter}: at its time the venue cancels every order of the account, of all pairs and
 * all keys, and switches it off.
 *
 * @param currentTimeMs the venue's time of the answer
 * @param triggersAtMs when it cancels; empty when it was switched off
 */
public record DeadMansSwitch(long currentTimeMs, OptionalLong triggersAtMs) {

    /** Longest time-out, seconds; 0 switches it off. Kraken advises 60, sent again every 15 to 30. */
    public static final int MAX_SECONDS = 86_399;

    /** The time-out, or a refusal. */
    public static int required(int timeoutSeconds) {
        if (timeoutSeconds < 0 || timeoutSeconds > MAX_SECONDS) {
            throw new IllegalArgumentException(
                    "timeoutSeconds is " + timeoutSeconds + ", expected 0 to " + MAX_SECONDS);
        }
        return timeoutSeconds;
    }
}
