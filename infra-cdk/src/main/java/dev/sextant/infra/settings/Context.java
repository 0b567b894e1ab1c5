package dev.sextant.infra.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Settings by name, and what is wrong with them. A value that can't be read becomes a problem and its default. */
final class Context {

    static final String PREFIX = "sextant:";

    private static final String AMOUNT = "\\d{1,9}(\\.\\d{1,8})?";

    private final Map<String, Object> values;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Context(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    String text(String name, String orElse) {
        known.add(PREFIX + name);
        return String.valueOf(values.getOrDefault(PREFIX + name, orElse)).strip();
    }

    /** Empty when it isn't set. */
    Optional<String> optional(String name, String form, String expected) {
        String value = text(name, "");
        if (!value.isEmpty() && !value.matches(form)) {
            problem(name, value, expected);
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    boolean flag(String name, boolean orElse) {
        return one(
                name,
                Boolean.toString(orElse),
                "true or false",
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException(text);
                },
                orElse);
    }

    int number(String name, int orElse, int least, int most) {
        return one(
                name,
                Integer.toString(orElse),
                "a whole number from " + least + " to " + most,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                orElse);
    }

    /** An amount above 0. */
    BigDecimal amount(String name, String preset) {
        return one(
                name,
                preset,
                "an amount above 0, for example " + preset,
                text -> {
                    if (!text.matches(AMOUNT) || new BigDecimal(text).signum() <= 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return new BigDecimal(text);
                },
                new BigDecimal(preset));
    }

    <T> T one(String name, String preset, String expected, Function<String, T> reading, T orElse) {
        String text = text(name, preset);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            problem(name, text, expected);
            return orElse;
        }
    }

    /** Items joined by commas; none only where that is the preset. */
    <T> List<T> list(String name, String preset, String expected, Function<String, T> reading) {
        return one(
                name,
                preset,
                expected,
                text -> text.isEmpty() && preset.isEmpty()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(String::strip)
                                .map(reading)
                                .toList(),
                List.of());
    }

    void problem(String name, String value, String expected) {
        problems.add(PREFIX + name + " is '" + value + "', expected " + expected);
    }

    /** Throws when anything was wrong, misspelt names included. */
    void check() {
        values.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !known.contains(name))
                .sorted()
                .forEach(name -> problems.add(name + " is no setting, expected one of " + String.join(", ", known)));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
