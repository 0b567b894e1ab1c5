package dev.sextant.signals.factor;

/** Values from 0 to 1 as whole millionths: where factors leave floating point. */
final class Micros {

    static final long ONE = 1_000_000;

    private Micros() {}

    /** Clamps to 0…1 and rounds to the nearest millionth, halves up. NaN, which only 0/0 could give, counts as 0. */
    static long of(double value) {
        return Math.round(Math.max(0, Math.min(1, Double.isNaN(value) ? 0 : value)) * ONE);
    }

    /** One half, plus or minus half of {@code signed} clamped to ±1: neutral inputs give 500,000. */
    static long centred(double signed) {
        return of(0.5 + signed / 2);
    }
}
