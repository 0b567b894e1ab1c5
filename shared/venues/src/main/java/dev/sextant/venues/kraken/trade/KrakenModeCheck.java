package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a mode and an address of Kraken belong together. Asked before a key is used for the first time, by everything that
 * holds one. Kraken has no public test market for spot: mode testnet fits loopback alone.
 */
public final class KrakenModeCheck {

    private KrakenModeCheck() {}

    /** What doesn't fit, in a sentence; empty when they do. Loopback fits every mode: nothing of value is there. */
    public static Optional<String> ofAddress(TradingMode mode, URI address) {
        KrakenHost host = KrakenHost.of(address);
        boolean fits = host == KrakenHost.LOOPBACK
                || switch (mode) {
                    case PAPER -> host == KrakenHost.ELSEWHERE;
                    case TESTNET -> false;
                    case LIVE -> host == KrakenHost.EXCHANGE;
                };
        if (fits) {
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
