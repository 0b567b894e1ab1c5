package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a mode and an address of Kraken belong together. Asked before a key is used for the first time, by everything that
 * holds one. Kraken has no public test market for spot: mode testnet fits loopback alone.
 */
public final class KrakenModeCheck {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]", "::1");

    private KrakenModeCheck() {}

    /** What doesn't fit, in a sentence; empty when they do. Loopback fits every mode: nothing of value is there. */
    public static Optional<String> ofAddress(TradingMode mode, URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        boolean exchange = host.equals("kraken.com") || host.endsWith(".kraken.com");
        boolean open = !List.of("https", "wss").contains(String.valueOf(address.getScheme()));
        if (LOOPBACK.contains(host)
                || (mode == TradingMode.PAPER && !exchange)
                || (mode == TradingMode.LIVE && exchange && !open)) {
            return Optional.empty();
        }
        return Optional.of("mode " + mode.word() + " and the venue " + address + " disagree: "
                + switch (mode) {
                    case PAPER -> "paper orders never go to an exchange, expected a venue server of your own";
                    case TESTNET -> "Kraken has no test market for spot, expected a venue server on loopback";
                    case LIVE -> "expected Kraken's own https://api.kraken.com and wss://ws-auth.kraken.com/v2";
                });
    }

    /**
     * Refuses what doesn't fit the mode of a desk.
     *
     * @param environment usually {@link System#getenv()}, with {@code SEXTANT_MODE}
     * @throws IllegalArgumentException saying what disagrees
     */
    public static void require(Map<String, String> environment, URI address) {
        ofAddress(TradingMode.fromEnvironment(environment), address).ifPresent(disagreement -> {
            throw new IllegalArgumentException(disagreement);
        });
    }
}
