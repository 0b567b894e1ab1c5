package dev.sextant.domain.event;

import java.util.regex.Pattern;

/**
 * The trading account a decision is for; the ordering domain of the {@code decisions} stream.
 *
 * @param name 1 to 40 lower-case letters, digits and dashes, for example {@code paper-main}
 */
public record Account(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public Account {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "account '" + name + "' is not a name, expected 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
