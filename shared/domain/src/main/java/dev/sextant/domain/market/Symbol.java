package dev.sextant.domain.market;

import java.util.regex.Pattern;

/**
 * A venue's own name of an instrument, in its wire spelling: {@code BTCUSDT}, {@code BTC/USD}. Case is kept.
 *
 * @param name 1 to 40 letters, digits and {@code / - _ . :} (some venues list symbols with letters outside ASCII)
 */
public record Symbol(String name) implements Comparable<Symbol> {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}/\\-_.:]{1,40}");

    public Symbol {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "symbol '" + name + "' is not a symbol, expected 1 to 40 letters, digits or / - _ . :");
        }
    }

    @Override
    public int compareTo(Symbol other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
