package dev.sextant.local.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The resolved settings: command-line flag, else environment, else {@code sextant.json}, else default.
 */
public final class Settings {

    /** The optional file beside the launcher: {@code {"desk":{"port":8081},"account":{…}}}. */
    public static final String FILE = "sextant.json";

    /** In place of recorded books: a market that is made up. */
    public static final String MADE_UP = "made-up";

    private static final String DEFAULT = "default";

    /** A value and where it came from. */
    public record Value(String text, String source) {}

    private final Map<Key, Value> values;

    private Settings(Map<Key, Value> values) {
        this.values = values;
    }

    /**
     * Resolves every setting.
     *
     * @param flags values given on the command line
     * @throws IllegalArgumentException listing everything wrong at once: setting, value, what is expected, source
     */
    public static Settings resolve(Map<Key, String> flags, Map<String, String> environment, Path home) {
        return resolve(flags, environment, text(home));
    }

    /** The same, of the file's text. */
    static Settings resolve(Map<Key, String> flags, Map<String, String> environment, String text) {
        List<String> wrong = new ArrayList<>();
        JsonNode file = SettingsFile.read(text, wrong);
        Map<Key, Value> values = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            Value value = value(key, flags, environment, file);
            values.put(key, value);
            String objection = key.objection(value.text());
            if (!objection.isEmpty()) {
                wrong.add(objection + " (from " + value.source() + ")");
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return new Settings(values);
    }

    private static Value value(Key key, Map<Key, String> flags, Map<String, String> environment, JsonNode file) {
        String flag = flags.get(key);
        if (flag != null) {
            return new Value(flag, "command line");
        }
        String variable = environment.get(key.variable());
        if (variable != null) {
            return new Value(variable, key.variable());
        }
        String older = key.olderVariable();
        String seed = older == null ? null : environment.get(older);
        if (older != null && seed != null) {
            // The seeds called real money "production".
            return new Value(key == Key.MODE && seed.equals("production") ? "live" : seed, older);
        }
        JsonNode inFile = file.at("/" + key.path().replace('.', '/'));
        return inFile.isMissingNode() ? new Value(key.defaultValue(), DEFAULT) : new Value(inFile.asText(), FILE);
    }

    /** The file's text; without a file, an object without settings. */
    private static String text(Path home) {
        Path file = home.resolve(FILE);
        try {
            return Files.exists(file) ? Files.readString(file) : "{}";
        } catch (IOException e) {
            throw new IllegalArgumentException(FILE + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The value of a setting. */
    public String text(Key key) {
        return value(key).text();
    }

    /** The value and where it came from. */
    public Value value(Key key) {
        Value value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " was not resolved");
        }
        return value;
    }

    /** The value as a whole number. */
    public int number(Key key) {
        return Integer.parseInt(text(key));
    }

    /** Whether somebody has set it, be it to its default. */
    public boolean isSet(Key key) {
        return !value(key).source().equals(DEFAULT);
    }

    /** The value as paths joined by commas, seen from {@code home} where relative. */
    public List<Path> paths(Key key, Path home) {
        return Arrays.stream(text(key).split(",", -1))
                .map(path -> home.resolve(path).normalize())
                .toList();
    }

    /** The value as a path, seen from {@code home} when relative. */
    public Path path(Key key, Path home) {
        return home.resolve(text(key)).normalize();
    }
}
