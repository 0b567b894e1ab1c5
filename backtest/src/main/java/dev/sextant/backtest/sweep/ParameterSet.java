package dev.sextant.backtest.sweep;

import dev.sextant.backtest.arb.ArbSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One value of each parameter that is varied.
 *
 * @param values in the order the parameters were named
 * @param settings what a replay goes by with them
 */
public record ParameterSet(List<Value> values, ArbSettings settings) {

    /** A parameter's value. */
    public record Value(Parameter parameter, BigDecimal number) {

        /** As it is named on the command line. */
        public String text() {
            return parameter.word() + "=" + number.toPlainString();
        }
    }

    public ParameterSet {
        values = List.copyOf(values);
    }

    /** As {@code buffer-bps=2 stale-ms=500}. */
    public String text() {
        return values.stream().map(Value::text).collect(Collectors.joining(" "));
    }

    /** What of it the market does to us; the same for sets that can be chosen between. */
    List<Value> conditions() {
        return values.stream().filter(value -> value.parameter().isCondition()).toList();
    }
}
