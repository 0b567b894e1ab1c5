package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.Outcome;
import java.math.BigDecimal;

/** What a set came to in a window; grows as opportunities are told. */
public final class Figures {

    private final TimeWindow window;
    private long seen;
    private long purged;
    private long taken;
    private long complete;
    private BigDecimal expected = BigDecimal.ZERO;
    private BigDecimal realised = BigDecimal.ZERO;

    Figures(TimeWindow window) {
        this.window = window;
    }

    void take(Outcome outcome) {
        if (!window.begins(outcome)) {
            return;
        }
        if (!window.holds(outcome)) {
            purged++;
            return;
        }
        seen++;
        outcome.taken().ifPresent(result -> {
            taken++;
            complete += result.complete() ? 1 : 0;
            expected = expected.add(result.expected());
            realised = realised.add(result.realised());
        });
    }

    /** When. */
    public TimeWindow window() {
        return window;
    }

    /** Opportunities that began and ended in it. */
    public long seen() {
        return seen;
    }

    /** Opportunities that began in it and are left out, because they or their taking would reach over its end. */
    public long purged() {
        return purged;
    }

    /** How many were taken. */
    public long taken() {
        return taken;
    }

    /** Those of them whose every leg traded as planned. */
    public long complete() {
        return complete;
    }

    /** What was expected of those that were taken, in the start asset. */
    public BigDecimal expected() {
        return expected;
    }

    /** What they brought, in the start asset. */
    public BigDecimal realised() {
        return realised;
    }
}
