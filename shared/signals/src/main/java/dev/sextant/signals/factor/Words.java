package dev.sextant.signals.factor;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in explanations, the same on every machine. */
final class Words {

    private Words() {}

    /** Four decimals, always with a sign. */
    static String signed(double value) {
        String plain = fixed(value, 4);
        return plain.startsWith("-") ? plain : "+" + plain;
    }

    static String fixed(double value, int decimals) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    static String seconds(long ms) {
        return ms / 1000 + " s";
    }
}
