package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.domain.money.E8;

/** Where the generator's inner numbers, which are doubles, meet units of 10⁻⁸. */
final class Units {

    private Units() {}

    static double decimal(long valueE8) {
        return valueE8 / (double) E8.ONE;
    }

    /** Half up. */
    static long e8(double value) {
        return Math.round(value * E8.ONE);
    }
}
