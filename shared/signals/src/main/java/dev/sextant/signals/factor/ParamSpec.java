package dev.sextant.signals.factor;

import java.math.BigDecimal;

/**
 * A number that tunes a factor.
 *
 * @param name its name in strategy files
 * @param min smallest value
 * @param max largest value
 * @param standard the value when a file leaves it out
 * @param whole whether only whole numbers make sense
 */
public record ParamSpec(String name, BigDecimal min, BigDecimal max, BigDecimal standard, boolean whole) {

    static ParamSpec number(String name, String min, String max, String standard) {
        return new ParamSpec(name, new BigDecimal(min), new BigDecimal(max), new BigDecimal(standard), false);
    }

    static ParamSpec seconds(String name, int standard) {
        return new ParamSpec(name, BigDecimal.ONE, BigDecimal.valueOf(86_400), BigDecimal.valueOf(standard), true);
    }
}
