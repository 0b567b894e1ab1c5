package dev.sextant.venues.http;

import dev.sextant.domain.money.E8;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are taken by name and expected type. Fields nobody asks for are ignored; one that is asked
 * for and absent or of another type fails with its name, its value and what would be right.
 */
public final class JsonFields {

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
    private static final long MAX_TIME_MS = 4_102_444_800_000L;
    private static final int MAX_SIDE_DIGITS = 20;

    /** A JSON number that is not a whole one of at most 18 digits, as it was written. */
    record Unusable(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Two strings that belong together. */
    public record Pair(String first, String second) {}

    /** A field that is there, and null. */
    enum Absent {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    private final Map<String, Object> values;

    JsonFields(Map<String, Object> values) {
        this.values = values;
    }

    /** True when the field is there, even when it is null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** True when the field is there and null. */
    public boolean isNull(String name) {
        return values.get(name) == Absent.NULL;
    }

    /** The names of all fields, sorted: for objects whose names are ids. */
    public SortedSet<String> names() {
        return new TreeSet<>(values.keySet());
    }

    /** A string. */
    public String text(String name) throws MalformedJson {
        return require(name, values.get(name) instanceof String text ? text : null, "a JSON string");
    }

    /** The string, or {@code otherwise} when the field is absent or anything else. */
    public String textOr(String name, String otherwise) {
        return values.get(name) instanceof String text ? text : otherwise;
    }

    /** A whole number, given as JSON number. */
    public long integer(String name) throws MalformedJson {
        return require(name, values.get(name) instanceof Long number ? number : null, "a whole JSON number");
    }

    /** An id: a whole number, not negative. */
    public long id(String name) throws MalformedJson {
        long id = integer(name);
        return require(name, id >= 0 ? id : null, "an id of 0 or more");
    }

    /** Epoch milliseconds, 1970 to 2100, as JSON number. */
    public long timeMs(String name) throws MalformedJson {
        return checkedTime(name, integer(name));
    }

    /** Epoch milliseconds that some venue pages show as string and the wire as number. */
    public long timeMsInEitherForm(String name) throws MalformedJson {
        if (values.get(name) instanceof String text) {
            boolean digits = text.matches("\\d{1,13}");
            return checkedTime(name, require(name, digits ? Long.parseLong(text) : null, "milliseconds"));
        }
        return timeMs(name);
    }

    private long checkedTime(String name, long timeMs) throws MalformedJson {
        boolean plausible = timeMs > 0 && timeMs < MAX_TIME_MS;
        return require(name, plausible ? timeMs : null, "milliseconds between 1970 and 2100");
    }

    /** A boolean. */
    public boolean flag(String name) throws MalformedJson {
        return require(name, values.get(name) instanceof Boolean flag ? flag : null, "true or false");
    }

    /** A decimal, given as string, in units of 10⁻⁸; exact or refused. */
    public long e8(String name) throws MalformedJson {
        return e8(name, text(name));
    }

    /** The units of 10⁻⁸ of a text found in field {@code name}; exact or refused. */
    public static long e8(String name, String text) throws MalformedJson {
        try {
            return E8.parse(text);
        } catch (NumberFormatException e) {
            throw new MalformedJson("field '" + name + "': " + e.getMessage());
        }
    }

    /** An exact decimal, given as string in plain notation, at most 20 digits on each side of the point. */
    public BigDecimal decimal(String name) throws MalformedJson {
        String text = text(name);
        boolean plain = PLAIN_DECIMAL.matcher(text).matches();
        return require(name, plain ? new BigDecimal(text) : null, "a plain decimal");
    }

    /**
     * An exact decimal, given as JSON number in plain or exponent form, at most 20 digits on each side of the point.
     * Trailing zeros are kept.
     */
    public BigDecimal number(String name) throws MalformedJson {
        BigDecimal number = switch (values.get(name)) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Unusable(String text) -> bounded(text);
            case null, default -> null;
        };
        return require(name, number, "a JSON number with at most 20 digits on each side of the point");
    }

    /** An exact decimal that some venue pages show as number and the wire as string, in plain notation as string. */
    public BigDecimal decimalInEitherForm(String name) throws MalformedJson {
        return values.get(name) instanceof String ? decimal(name) : number(name);
    }

    private static @Nullable BigDecimal bounded(String text) {
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException e) { // an exponent beyond an int
            return null;
        }
        boolean fits =
                number.scale() <= MAX_SIDE_DIGITS && (long) number.precision() - number.scale() <= MAX_SIDE_DIGITS;
        if (!fits) {
            return null;
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** A string, or the digits of a number as they were written: for names that some send as either. */
    public String textOrDigits(String name) throws MalformedJson {
        String text = switch (values.get(name)) {
            case String string -> string;
            case Long whole -> whole.toString();
            case Unusable(String digits) -> digits;
            case null, default -> null;
        };
        return require(name, text, "a JSON string or number");
    }

    /** An object. */
    public JsonFields object(String name) throws MalformedJson {
        return require(name, values.get(name) instanceof JsonFields fields ? fields : null, "a JSON object");
    }

    /** An array of objects. */
    public List<JsonFields> objects(String name) throws MalformedJson {
        List<?> list = values.get(name) instanceof List<?> found ? found : null;
        return objectsOf(name, require(name, list, "an array of objects"));
    }

    /** An array of strings. */
    public List<String> texts(String name) throws MalformedJson {
        List<?> list = require(name, values.get(name) instanceof List<?> found ? found : null, "an array of strings");
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw MalformedJson.field(name, element, "strings only");
            }
            texts.add(text);
        }
        return texts;
    }

    static List<JsonFields> objectsOf(String name, List<?> list) throws MalformedJson {
        List<JsonFields> objects = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof JsonFields fields)) {
                throw MalformedJson.field(name, element, "objects only");
            }
            objects.add(fields);
        }
        return objects;
    }

    /** An array of arrays of two strings each, as {@code [price, quantity]} levels are written. */
    public List<Pair> pairs(String name) throws MalformedJson {
        List<?> list = require(name, values.get(name) instanceof List<?> found ? found : null, "an array of pairs");
        List<Pair> pairs = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof List<?> both
                    && both.size() == 2
                    && both.get(0) instanceof String first
                    && both.get(1) instanceof String second)) {
                throw MalformedJson.field(name, element, "pairs of two strings");
            }
            pairs.add(new Pair(first, second));
        }
        return pairs;
    }

    /** The value, or a refusal that shows what the field holds instead. */
    private <T> T require(String name, @Nullable T value, String expected) throws MalformedJson {
        if (value == null) {
            Object found = values.get(name);
            throw MalformedJson.field(name, found == null ? "absent" : found, expected);
        }
        return value;
    }

    @Override
    public String toString() {
        return "an object of " + values.size() + " fields";
    }
}
