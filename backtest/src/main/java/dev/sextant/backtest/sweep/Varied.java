package dev.sextant.backtest.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter and the values it is tried with.
 *
 * @param values one or more, each once, in the order they were named
 */
public record Varied(Parameter parameter, List<BigDecimal> values) {

    /** More values of one parameter than anybody reads. */
    private static final int MOST = 100;

    public Varied {
        values = List.copyOf(values);
    }

    /**
     * As {@code buffer-bps=0,2,5}.
     *
     * @throws IllegalArgumentException naming what can't be
     */
    public static Varied of(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'" + text + "', expected NAME=VALUE,VALUE,…, for example buffer-bps=0,2,5");
        }
        Parameter parameter = Parameter.of(text.substring(0, equals));
        return of(parameter, List.of(text.substring(equals + 1).split(",", -1)));
    }

    /**
     * Values as texts.
     *
     * @throws IllegalArgumentException naming what can't be
     */
    public static Varied of(Parameter parameter, List<String> texts) {
        if (texts.isEmpty() || texts.size() > MOST) {
            throw new IllegalArgumentException(
                    parameter.word() + " has " + texts.size() + " values, expected 1 to " + MOST);
        }
        List<BigDecimal> values = new ArrayList<>();
        for (String text : texts) {
            BigDecimal value = parameter.value(text);
            if (values.contains(value)) {
                throw new IllegalArgumentException(
                        parameter.word() + " has " + value.toPlainString() + " twice, expected each value once");
            }
            values.add(value);
        }
        return new Varied(parameter, values);
    }
}
