package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.chance.Draws;

/** Says which aggregate trades the feed loses: every 40 minutes or so a row of up to 40, which REST still knows. */
final class FeedGaps {

    private static final double EVERY_MS = 40 * 60_000;
    private static final long QUIET_MS = 120_000;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    private final Draws draws;
    private long nextMs;
    private int toLose;

    FeedGaps(Draws draws, long beginMs) {
        this.draws = draws;
        this.nextMs = beginMs + QUIET_MS + (long) draws.exponential(EVERY_MS);
    }

    /** Whether the next trade, sent at this time, is lost. */
    boolean loses(long eventTimeMs) {
        if (eventTimeMs >= nextMs) {
            toLose = SHORTEST + draws.below(LONGEST - SHORTEST + 1);
            nextMs = eventTimeMs + QUIET_MS + (long) draws.exponential(EVERY_MS);
        }
        if (toLose == 0) {
            return false;
        }
        toLose--;
        return true;
    }
}
