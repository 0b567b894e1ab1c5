package dev.sextant.local.settings;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/**
 * The text of {@code sextant.json}. Only {@link IllegalArgumentException}; what is taken has a value for every setting,
 * none of them objectionable, and given on the command line instead it is the same.
 */
public final class SettingsTarget implements FuzzTarget {

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public int maxMessageChars() {
        return 6_000; // one for each setting
    }

    @Override
    public Verdict check(byte[] input) {
        Settings settings;
        try {
            settings = Settings.resolve(Map.of(), Map.of(), new String(input, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Verdict.refused(e);
        }
        Map<Key, String> flags = new EnumMap<>(Key.class);
        int given = 0;
        for (Key key : Key.values()) {
            unless(key.objection(settings.text(key)).isEmpty(), "a setting that is taken follows its rule");
            flags.put(key, settings.text(key));
            given += settings.value(key).source().equals(Settings.FILE) ? 1 : 0;
        }
        unless(settings.number(Key.PORT) > 0, "the port is a number");
        Settings again = Settings.resolve(flags, Map.of(), "{}");
        for (Key key : Key.values()) {
            unlessEqual(settings.text(key), again.text(key), "a setting survives writing and reading");
        }
        return new Verdict.Accepted("given " + given);
    }
}
