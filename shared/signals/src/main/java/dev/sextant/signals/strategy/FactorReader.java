package dev.sextant.signals.strategy;

import dev.sextant.signals.factor.FactorKind;
import dev.sextant.signals.factor.ParamSpec;
import dev.sextant.signals.factor.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes the factors of a strategy file. */
final class FactorReader {

    private static final int MAX_WEIGHT = 1000;
    private static final int MICRO_DECIMALS = 6;
    private static final BigDecimal MIN_CAP = new BigDecimal("0.01");
    private static final Pattern ANY_NAME = Pattern.compile("[a-z0-9_]{1,40}");
    private static final String NAMES =
            Arrays.stream(FactorKind.values()).map(FactorKind::wireName).collect(Collectors.joining(", "));

    private FactorReader() {}

    static List<FactorSpec> read(ObjectReader file) {
        List<FactorSpec> factors = new ArrayList<>();
        for (ObjectReader reader : file.objects("factors", FactorKind.values().length)) {
            String expected = "one of " + NAMES;
            String name = reader.text("name", ANY_NAME, expected);
            FactorKind.of(name).ifPresentOrElse(kind -> factors.add(factor(reader, kind)), () -> {
                if (!name.isEmpty()) {
                    reader.problem("name", '"' + name + '"', expected);
                }
            });
        }
        return factors;
    }

    private static FactorSpec factor(ObjectReader reader, FactorKind kind) {
        String category = kind.category().wireName();
        reader.text("category", Pattern.compile(category), '"' + category + "\", the category of " + kind.wireName());
        int weight = reader.integer("weight", 1, MAX_WEIGHT, null);
        long cap = micros(reader.number("cap", MIN_CAP, BigDecimal.ONE, BigDecimal.ONE));
        ObjectReader gate = reader.object("gate");
        boolean required = gate.flag("required", false);
        long least = micros(gate.number("min_value", BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO));
        gate.refuseOthers();
        Params params = params(reader.object("params"), kind);
        reader.refuseOthers();
        return new FactorSpec(kind, weight, cap, new FactorGate(required, least), params, kind.build(params));
    }

    private static Params params(ObjectReader reader, FactorKind kind) {
        Map<String, BigDecimal> values = new TreeMap<>();
        for (ParamSpec spec : kind.params()) {
            BigDecimal value = spec.whole()
                    ? BigDecimal.valueOf(reader.integer(
                            spec.name(),
                            spec.min().intValueExact(),
                            spec.max().intValueExact(),
                            spec.standard().intValueExact()))
                    : reader.number(spec.name(), spec.min(), spec.max(), spec.standard());
            values.put(spec.name(), value);
        }
        reader.refuseOthers();
        return new Params(values);
    }

    /** Millionths, halves up. */
    private static long micros(BigDecimal value) {
        return value.setScale(MICRO_DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }
}
