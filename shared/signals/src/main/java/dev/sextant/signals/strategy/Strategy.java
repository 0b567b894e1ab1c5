package dev.sextant.signals.strategy;

import dev.sextant.domain.event.Tier;
import dev.sextant.domain.market.Symbol;
import dev.sextant.signals.window.IndicatorSpec;
import java.util.List;

/**
 * A score strategy, complete and checked: only {@link StrategyFile} makes one, so a strategy at hand can fire.
 *
 * @param name 1 to 32 of a-z, 0-9 and _; cooldown and uniqueness are per name
 * @param version the author's version text
 * @param description what it is, for people; not part of the content hash
 * @param symbols what it trades, at least one
 * @param indicators the lengths its indicators are computed over
 * @param factors at least one, each kind at most once
 * @param threshold least score that fires, 1 to 100
 * @param tiers bands that together hold every score from the threshold to 100
 * @param cooldownMs least event time between two signals of one symbol and direction
 * @param exits stop and targets
 * @param signalTtlMs how long after the decision a signal may be acted on
 * @param timeStop how long a position may be held
 * @param contentHash first 8 hex digits of the SHA-256 of the canonical content
 */
public record Strategy(
        String name,
        String version,
        String description,
        List<Symbol> symbols,
        IndicatorSpec indicators,
        List<FactorSpec> factors,
        int threshold,
        List<TierBand> tiers,
        long cooldownMs,
        Exits exits,
        long signalTtlMs,
        TimeStop timeStop,
        String contentHash) {

    /** The one lane score strategies use. */
    public static final String LANE = "stream";

    private static final long MICROS = 1_000_000;

    public Strategy {
        symbols = List.copyOf(symbols);
        factors = List.copyOf(factors);
        tiers = List.copyOf(tiers);
    }

    /** {@code name@version#hash}: what every row and signal it makes is stored under. */
    public String strategyVersion() {
        return name + "@" + version + "#" + contentHash;
    }

    /** Sum of all factors' weights, missing ones included: what 100 points are divided by. */
    public long weightSum() {
        return factors.stream().mapToLong(FactorSpec::weight).sum();
    }

    /**
     * The tier of a score.
     *
     * @throws IllegalArgumentException below the threshold, where no band is promised
     */
    public Tier tierOf(int score) {
        return tiers.stream()
                .filter(band -> band.holds(score))
                .findFirst()
                .map(TierBand::tier)
                .orElseThrow(() -> new IllegalArgumentException(
                        "score " + score + " has no tier, expected " + threshold + " to 100"));
    }

    /** Whole points, 0 to 100, of a sum of weight × millionths; rounded down, so that a threshold is really reached. */
    public int wholePoints(long weightedMicros) {
        return Math.toIntExact(100 * weightedMicros / (weightSum() * MICROS));
    }

    /** The highest score the caps leave: every factor that has a value at its most. */
    public int bestScore() {
        return best(factors);
    }

    /** How far back readings matter, in ms; a log that reaches this far back decides like one that reaches further. */
    public long readingsReachMs() {
        return factors.stream()
                .mapToLong(factor -> factor.factor().readingsReachMs())
                .max()
                .orElse(0);
    }

    /** The highest score a row alone can give, when every factor that needs a reading is missing. */
    public int bestScoreWithoutReadings() {
        return best(factors.stream()
                .filter(factor -> factor.factor().readingsReachMs() == 0)
                .toList());
    }

    private int best(List<FactorSpec> some) {
        return wholePoints(some.stream()
                .mapToLong(factor -> factor.weight() * factor.capMicros())
                .sum());
    }
}
