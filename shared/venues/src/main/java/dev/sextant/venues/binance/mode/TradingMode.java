package dev.sextant.venues.binance.mode;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whose money and whose market. A desk, its database and its account are of one mode for ever. */
public enum TradingMode {
    /** Orders go to a venue server of ours; money is made up. */
    PAPER,
    /** Binance's own test market: its data, its orders, its play money. */
    TESTNET,
    /** Real orders, real money. */
    LIVE;

    /** Where the functions read it; without it they are of {@link #PAPER}, which no exchange's address fits. */
    public static final String VARIABLE = "SEXTANT_MODE";

    private static final URI WALLET = URI.create("https://api.binance.com");

    /** As it stands in settings, in the database and on the screen: {@code paper}, {@code testnet}, {@code live}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mode of a word.
     *
     * @throws IllegalArgumentException naming what would be right
     */
    public static TradingMode of(String word) {
        return switch (word) {
            case "paper" -> PAPER;
            case "testnet" -> TESTNET;
            case "live" -> LIVE;
            default -> throw new IllegalArgumentException("mode is '" + word + "', expected paper, testnet or live");
        };
    }

    /**
     * The mode in {@link #VARIABLE}.
     *
     * @throws IllegalArgumentException when it is no mode
     */
    public static TradingMode fromEnvironment(Map<String, String> environment) {
        try {
            return of(environment.getOrDefault(VARIABLE, PAPER.word()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(VARIABLE + ": " + e.getMessage(), e);
        }
    }

    /** Where the rights of a key can be asked. Only where there is something to withdraw: the testnet has no such place. */
    public Optional<URI> wallet() {
        return this == LIVE ? Optional.of(WALLET) : Optional.empty();
    }
}
