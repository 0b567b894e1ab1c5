package dev.sextant.api.http;

import io.micronaut.http.HttpParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request. Names that nobody asks for are ignored; a value that can't be is refused with
 * field, value and what was expected.
 */
public final class Parameters {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,15}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N}/\\-_.:]{1,40}");
    private static final Pattern CYCLE = Pattern.compile("[A-Za-z0-9._-]{1,20}(>[A-Za-z0-9._-]{1,20}){3,4}");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final HttpParameters given;

    Parameters(HttpParameters given) {
        this.given = given;
    }

    /** How many elements a page may have. */
    public int limit() {
        String text = single("limit");
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (value < 1 || value > MAX_LIMIT) {
            throw ApiException.badValue("limit", text, "a whole number from 1 to " + MAX_LIMIT);
        }
        return (int) value;
    }

    /** Where the page starts. */
    public Cursor cursor(String list) {
        String text = single("cursor");
        return text == null ? Cursor.START : Cursor.decode(list, text);
    }

    /** The strategy asked for. */
    public @Nullable String strategy() {
        return matching("strategy", NAME, "1 to 64 letters, digits or _ . -");
    }

    /** The account asked for. */
    public @Nullable String account() {
        return matching("account", NAME, "1 to 64 letters, digits or _ . -");
    }

    /** The symbol asked for. */
    public @Nullable String symbol() {
        return matching("symbol", SYMBOL, "1 to 40 letters, digits or / - _ . :");
    }

    /** The cycle of assets asked for. */
    public @Nullable String cycle() {
        return matching("cycle", CYCLE, "assets joined by >, for example USD>BTC>ETH>USD");
    }

    /** A whole number within bounds, or null when it is not asked for. */
    public @Nullable Integer number(String name, int least, int most) {
        String text = single(name);
        if (text == null) {
            return null;
        }
        long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : -1;
        if (value < least || value > most) {
            throw ApiException.badValue(name, text, "a whole number from " + least + " to " + most);
        }
        return (int) value;
    }

    /** Whether a parameter is this word, where it may also be something else. */
    public boolean isWord(String name, String word) {
        return word.equals(single(name));
    }

    /** {@code true} or {@code false}, as text. */
    public @Nullable String flag(String name) {
        return oneOf(name, List.of("true", "false"), text -> text);
    }

    /** One of a few words, for example the names of states. */
    public <T> @Nullable T oneOf(String name, List<T> choices, Function<T, String> word) {
        String text = single(name);
        if (text == null) {
            return null;
        }
        return choices.stream()
                .filter(choice -> word.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> ApiException.badValue(
                        name, text, "one of " + choices.stream().map(word).toList()));
    }

    /** The span of time {@code [from, to)} asked for; either end may be open. */
    public TimeSpan span() {
        Instant from = time("from");
        Instant to = time("to");
        if (from != null && to != null && !from.isBefore(to)) {
            throw ApiException.badValue("from", from.toString(), "a time before to (" + to + ")");
        }
        return new TimeSpan(from, to);
    }

    private @Nullable Instant time(String name) {
        String text = single(name);
        if (text == null) {
            return null;
        }
        try {
            Instant at = WHOLE.matcher(text).matches()
                    ? Instant.ofEpochMilli(Long.parseLong(text))
                    : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
            if (!at.isBefore(Instant.EPOCH) && at.isBefore(LATEST)) {
                return at;
            }
        } catch (DateTimeException _) {
            // falls through to the refusal
        }
        throw ApiException.badValue(
                name, text, "epoch milliseconds or ISO-8601 like 2024-08-08T23:55:00Z, from 1970 to 2099");
    }

    private @Nullable String matching(String name, Pattern form, String expected) {
        String text = single(name);
        if (text != null && !form.matcher(text).matches()) {
            throw ApiException.badValue(name, text, expected);
        }
        return text;
    }

    private @Nullable String single(String name) {
        List<String> values = given.getAll(name);
        if (values.size() > 1) {
            throw ApiException.badValue(name, String.join(",", values), "one value");
        }
        return values.isEmpty() ? null : values.getFirst();
    }
}
