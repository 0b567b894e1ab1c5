package dev.sextant.signals.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes every problem with its path. A bad or missing field is noted and a
 * harmless stand-in returned, so that one pass finds all problems; {@link StrategyFile} throws when any was noted.
 */
final class ObjectReader {

    private static final int MAX_SHOWN = 60;
    private static final int MAX_DECIMALS = 12;

    private final String path;
    private final JsonNode node;
    private final List<StrategyProblem> problems;
    private final TreeSet<String> known = new TreeSet<>();

    ObjectReader(String path, JsonNode node, List<StrategyProblem> problems) {
        this.path = path;
        if (node.isObject()) {
            this.node = node;
            this.problems = problems;
        } else {
            problems.add(new StrategyProblem(path, shown(node), "an object"));
            this.node = JsonNodeFactory.instance.objectNode();
            // Said once; that every field of it is missing too would be noise.
            this.problems = new ArrayList<>();
        }
    }

    boolean has(String name) {
        return field(name) != null;
    }

    String text(String name, Pattern form, String expected) {
        JsonNode value = field(name);
        if (value != null
                && value.isTextual()
                && form.matcher(value.textValue()).matches()) {
            return value.textValue();
        }
        problem(pathOf(name), value, expected);
        return "";
    }

    boolean flag(String name, boolean standard) {
        JsonNode value = field(name);
        if (value != null && !value.isBoolean()) {
            problem(pathOf(name), value, "true or false");
        }
        return value == null ? standard : value.booleanValue();
    }

    int integer(String name, int min, int max, @Nullable Integer standard) {
        return integer(name, min, max, 1, standard);
    }

    /** An integer between bounds and a multiple of {@code step}. */
    int integer(String name, int min, int max, int step, @Nullable Integer standard) {
        JsonNode value = field(name);
        if (value == null && standard != null) {
            return standard;
        }
        if (value != null && value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (within(number, BigDecimal.valueOf(min), BigDecimal.valueOf(max))
                    && number.remainder(BigDecimal.valueOf(step)).signum() == 0) {
                return number.intValue();
            }
        }
        String kind = step == 1 ? "an integer" : "a multiple of " + step;
        problem(pathOf(name), value, kind + " from " + min + " to " + max);
        return standard == null ? min : standard;
    }

    /** A number between bounds, inclusive, with at most twelve decimals. */
    BigDecimal number(String name, BigDecimal min, BigDecimal max, @Nullable BigDecimal standard) {
        JsonNode value = field(name);
        if (value == null && standard != null) {
            return standard;
        }
        if (value != null && value.isNumber()) {
            BigDecimal number = value.decimalValue();
            if (within(number, min, max) && number.stripTrailingZeros().scale() <= MAX_DECIMALS) {
                return number;
            }
        }
        problem(pathOf(name), value, "a number from " + min.toPlainString() + " to " + max.toPlainString());
        return standard == null ? max : standard;
    }

    private static boolean within(BigDecimal number, BigDecimal min, BigDecimal max) {
        return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
    }

    /** The object under a name; without it, an empty one. */
    ObjectReader object(String name) {
        JsonNode value = field(name);
        JsonNode present = value == null ? JsonNodeFactory.instance.objectNode() : value;
        return new ObjectReader(pathOf(name), present, problems);
    }

    /** The objects of an array with at least one element. */
    List<ObjectReader> objects(String name, int max) {
        List<ObjectReader> readers = new ArrayList<>();
        for (JsonNode element : array(name, max)) {
            readers.add(new ObjectReader(pathOf(name) + "[" + readers.size() + "]", element, problems));
        }
        return readers;
    }

    /** The texts of an array with at least one element. */
    List<String> texts(String name, int max, Pattern form, String expected) {
        List<String> texts = new ArrayList<>();
        int index = 0;
        for (JsonNode element : array(name, max)) {
            if (!element.isTextual() || !form.matcher(element.textValue()).matches()) {
                problem(pathOf(name) + "[" + index + "]", element, expected);
            } else if (texts.contains(element.textValue())) {
                problem(pathOf(name) + "[" + index + "]", element, "each one once");
            } else {
                texts.add(element.textValue());
            }
            index++;
        }
        return texts;
    }

    private Iterable<JsonNode> array(String name, int max) {
        JsonNode value = field(name);
        if (value != null && value.isArray() && !value.isEmpty() && value.size() <= max) {
            return value;
        }
        problem(pathOf(name), value, "an array of 1 to " + max);
        return List.of();
    }

    /** Notes every field that was not asked for; called last. */
    void refuseOthers() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                problem(pathOf(name), node.get(name), "no such field; known here: " + String.join(", ", known));
            }
        });
    }

    /** Notes a problem with one of this object's fields that only shows beside others. */
    void problem(String name, String value, String expected) {
        problems.add(new StrategyProblem(name.isEmpty() ? path : pathOf(name), value, expected));
    }

    private void problem(String where, @Nullable JsonNode value, String expected) {
        problems.add(new StrategyProblem(where, value == null ? "nothing" : shown(value), expected));
    }

    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }

    private @Nullable JsonNode field(String name) {
        known.add(name);
        return node.get(name);
    }

    private String pathOf(String name) {
        return path + "." + name;
    }
}
