package dev.sextant.venues.binance.trade;

import dev.sextant.venues.binance.trade.TransportOutcome.Answered;
import java.util.Optional;

/**
 * What a refusal costs beyond the request it answers.
 *
 * @param pauseMs how long nothing may be sent from this address; 0 for not at all
 * @param halts true when order entry must stop until a human looks
 */
record Penalty(long pauseMs, boolean halts, String reason) {

    /** Weights are counted by the minute, so a minute is enough when the venue names no time. */
    private static final long DEFAULT_PAUSE_MS = 60_000;

    /** A firewall's block: the venue's pages say to back off for minutes. */
    private static final long FIREWALL_PAUSE_MS = 5 * 60_000;

    /** A ban lasts 2 minutes to 3 days; sending into it prolongs it. */
    private static final long DEFAULT_BAN_MS = 10 * 60_000;

    /** The longest ban there is; a longer one is a difference of clocks. */
    private static final long LONGEST_BAN_MS = 3 * 24 * 60 * 60_000L;

    private static final int TOO_MANY = -1003;

    /** Nothing. */
    static final Penalty NONE = new Penalty(0, false, "");

    static Penalty of(Answered answer, RateLimitHeaders headers, long nowMs) {
        Optional<VenueError> error = VenueError.read(answer.body());
        boolean codeHalts = error.map(ErrorTable::placement).orElse(Verdict.UNKNOWN) == Verdict.HALT;
        boolean banned =
                answer.status() == 418 || error.map(VenueError::saysBanned).orElse(false);
        String said = "the venue answered status " + answer.status()
                + error.map(e -> ", " + e).orElse("");
        if (banned) {
            return new Penalty(banMs(error, headers, nowMs), true, "this address is banned: " + said);
        }
        if (answer.status() == 429 || error.map(e -> e.code() == TOO_MANY).orElse(false)) {
            return new Penalty(headers.retryAfterMs().orElse(DEFAULT_PAUSE_MS), codeHalts, said);
        }
        return switch (answer.status()) {
            case 403 -> new Penalty(headers.retryAfterMs().orElse(FIREWALL_PAUSE_MS), true, said);
            case 401, 451 -> new Penalty(0, true, said);
            default -> new Penalty(0, codeHalts, said);
        };
    }

    private static long banMs(Optional<VenueError> error, RateLimitHeaders headers, long nowMs) {
        long byWords = error.map(VenueError::bannedUntilMs)
                .filter(until -> until.isPresent())
                .map(until -> until.getAsLong() - nowMs)
                .orElse(0L);
        long byHeader = headers.retryAfterMs().orElse(byWords > 0 ? 0 : DEFAULT_BAN_MS);
        return Math.min(Math.max(byWords, byHeader), LONGEST_BAN_MS);
    }
}
