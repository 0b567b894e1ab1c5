package dev.sextant.domain.risk;

/**
 * The limits of the guard beside those of a single order. All are positive.
 *
 * @param warnDailyLoss loss of a UTC day from which a person should look
 * @param maxUnrealisedLoss loss of all open trades together beyond which nothing is added
 * @param maxVenueSilenceMs how long the venue's private API may be away
 * @param holdAlertMs how long a trade may be open before a person should look
 * @param warnClockOffsetMs between this clock and the venue's, either way
 * @param orderInDoubtMs how long an order's outcome may be unknown
 */
public record GuardLimits(
        R warnDailyLoss,
        R maxUnrealisedLoss,
        long maxVenueSilenceMs,
        long holdAlertMs,
        long warnClockOffsetMs,
        long orderInDoubtMs) {

    /** What an account has until a person sets something else. */
    public static final GuardLimits STANDARD =
            new GuardLimits(R.of("3"), R.of("3"), 30_000, 45 * 60_000, 1_000, 60_000);
}
