package dev.sextant.signals.strategy;

import dev.sextant.domain.event.Tier;

/**
 * Scores that earn a tier.
 *
 * @param tier the tier
 * @param from lowest score, inclusive
 * @param to highest score, inclusive
 */
public record TierBand(Tier tier, int from, int to) {

    /** Whether a score lies in the band. */
    public boolean holds(int score) {
        return from <= score && score <= to;
    }
}
