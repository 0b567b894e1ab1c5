package dev.sextant.local.venue.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.sim.book.Levels;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The fields of one frame, read in whatever order they come; numbers stay text until their meaning is known. */
final class FrameFields {

    private static final int FIRST_SIZE = 64;
    private static final int MAX_SHOWN = 80;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Levels> levels = new HashMap<>();

    /** Reads the object the parser stands at the start of, flattening {@code data} of combined frames into it. */
    void read(JsonParser json) throws IOException {
        texts.clear();
        levels.clear();
        readObject(json);
    }

    private void readObject(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("data")) {
                readObject(json);
            } else if (value == JsonToken.START_ARRAY && isSide(name)) {
                levels.put(name, readLevels(json));
            } else if (value.isScalarValue()) {
                texts.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private static boolean isSide(String name) {
        return switch (name) {
            case "a", "b", "asks", "bids" -> true;
            default -> false;
        };
    }

    private Levels readLevels(JsonParser json) throws IOException {
        long[] numbers = new long[FIRST_SIZE];
        int size = 0;
        while (json.nextToken() == JsonToken.START_ARRAY) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            json.nextToken();
            numbers[size++] = E8.parse(json.getText());
            json.nextToken();
            numbers[size++] = E8.parse(json.getText());
            while (json.nextToken() != JsonToken.END_ARRAY) {
                // Old depth levels carry a third, unused element.
            }
        }
        return Levels.of(Arrays.copyOf(numbers, size));
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    String text(String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("field '" + name + "' is missing");
        }
        return text;
    }

    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "field '" + name + "' is '" + shown(text(name)) + "', expected an integer", e);
        }
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    long e8(String name) {
        return E8.parse(text(name));
    }

    Levels side(String name) {
        Levels side = levels.get(name);
        if (side == null) {
            throw new IllegalArgumentException("field '" + name + "' is missing or isn't a list of levels");
        }
        return side;
    }
}
