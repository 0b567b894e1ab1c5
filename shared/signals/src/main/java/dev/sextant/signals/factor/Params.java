package dev.sextant.signals.factor;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of one factor, all of them, by name.
 *
 * @param values exactly the names its {@link FactorKind} lists
 */
public record Params(Map<String, BigDecimal> values) {

    public Params {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    double number(String name) {
        return exact(name).doubleValue();
    }

    long millis(String name) {
        return exact(name).longValueExact() * 1000;
    }

    private BigDecimal exact(String name) {
        BigDecimal value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter " + name + " is missing, have " + values.keySet());
        }
        return value;
    }
}
