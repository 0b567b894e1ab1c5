package dev.sextant.signals.score;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.Tier;
import dev.sextant.signals.factor.FactorReading.Missing;
import dev.sextant.signals.factor.FactorReading.Reason;
import dev.sextant.signals.score.Gate.Blocked;
import dev.sextant.signals.strategy.FactorSpec;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.window.IndicatorRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Looks for the first thing that stops a signal, in the order of {@link Gate.Reason}. */
record Gatekeeper(
        Strategy strategy, IndicatorRow row, List<Scorer.Reading> readings, List<FactorTerm> terms, LastSignals last) {

    Gate judge(int score, @Nullable Direction direction) {
        int missingPoints = Math.max(0, strategy.threshold() - score);
        Double atr = row.atr();
        Optional<Distances> distances = atr == null ? Optional.empty() : Distances.of(atr, strategy.exits());
        return uncovered(missingPoints)
                .or(() -> distances.isEmpty() || !row.coverage().atr()
                        ? Optional.of(atrNotReady(missingPoints))
                        : Optional.empty())
                .or(() -> inputMissing(missingPoints))
                .or(() -> tooLow(score, missingPoints))
                .map(Gate.class::cast)
                .orElseGet(() -> direction == null ? tied(score) : judgeDirection(score, direction, distances.get()));
    }

    private Gate judgeDirection(int score, Direction direction, Distances distances) {
        return factorBelowMinimum(direction)
                .or(() -> coolingDown(direction))
                .map(Gate.class::cast)
                .orElseGet(() -> {
                    Tier tier = strategy.tierOf(score);
                    String text = "score " + score + " of " + strategy.threshold() + ": " + tier.wireName() + " "
                            + direction.name().toLowerCase(Locale.ROOT);
                    return new Gate.Fired(tier, distances, text);
                });
    }

    private Optional<Blocked> uncovered(int missingPoints) {
        if (!row.coverage().covers(strategy.indicators().fastMs())) {
            long coveredAtMs =
                    row.coverage().unbrokenFromMs() + strategy.indicators().fastMs();
            String text = "fast window not covered before " + Instant.ofEpochMilli(coveredAtMs);
            return Optional.of(new Blocked(Gate.Reason.WINDOW_NOT_COVERED, text, missingPoints));
        }
        return needed(Reason.NOT_COVERED, Gate.Reason.WINDOW_NOT_COVERED, missingPoints);
    }

    private Blocked atrNotReady(int missingPoints) {
        var spec = strategy.indicators();
        String needs = spec.atrPeriod() + " whole candles of " + spec.candleMs() / 1000 + " s";
        Double atr = row.atr();
        String text = atr == null || !row.coverage().atr()
                ? "ATR not ready: it needs " + needs
                : "ATR " + atr + " is too small for a stop";
        return new Blocked(Gate.Reason.ATR_NOT_READY, text, missingPoints);
    }

    private Optional<Blocked> inputMissing(int missingPoints) {
        return needed(Reason.NO_INPUT, Gate.Reason.REQUIRED_INPUT_MISSING, missingPoints);
    }

    /** The first factor that must have a value and lacks it for this reason. */
    private Optional<Blocked> needed(Reason why, Gate.Reason reason, int missingPoints) {
        for (Scorer.Reading reading : readings) {
            if (reading.factor().gate().needsValue()
                    && reading.value() instanceof Missing missing
                    && missing.reason() == why) {
                String text = "required input " + reading.factor().kind().wireName() + " missing: " + missing.text();
                return Optional.of(new Blocked(reason, text, missingPoints));
            }
        }
        return Optional.empty();
    }

    private Optional<Blocked> tooLow(int score, int missingPoints) {
        String text = "score " + score + " of " + strategy.threshold() + ": needed +" + missingPoints;
        return missingPoints == 0
                ? Optional.empty()
                : Optional.of(new Blocked(Gate.Reason.SCORE_BELOW_THRESHOLD, text, missingPoints));
    }

    private static Blocked tied(int score) {
        return new Blocked(Gate.Reason.DIRECTIONS_TIED, "long and short both score " + score, 0);
    }

    private Optional<Blocked> factorBelowMinimum(Direction direction) {
        int index = 0;
        for (FactorSpec factor : strategy.factors()) {
            long micros = terms.get(index++).micros(direction);
            long least = factor.gate().minMicros();
            if (micros < least) {
                String text = factor.kind().wireName() + " says " + FactorTerm.share(micros) + ", needed "
                        + FactorTerm.share(least);
                return Optional.of(new Blocked(Gate.Reason.FACTOR_BELOW_MINIMUM, text, 0));
            }
        }
        return Optional.empty();
    }

    private Optional<Blocked> coolingDown(Direction direction) {
        OptionalLong emitted = last.before(direction, row.atMs());
        long untilMs = emitted.orElse(0) + strategy.cooldownMs();
        if (emitted.isEmpty() || row.atMs() >= untilMs) {
            return Optional.empty();
        }
        String text = direction.name().toLowerCase(Locale.ROOT) + " cooldown until " + Instant.ofEpochMilli(untilMs);
        return Optional.of(new Blocked(Gate.Reason.COOLDOWN, text, 0));
    }
}
