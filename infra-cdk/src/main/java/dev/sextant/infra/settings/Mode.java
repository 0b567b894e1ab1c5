package dev.sextant.infra.settings;

import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Whose money and whose market. The same functions run in each; addresses and keys differ. */
public enum Mode {
    /** Real market data, orders to a venue server. */
    PAPER,
    /** Binance's own test market for data and orders. */
    TESTNET,
    /** Real market data, real orders. */
    LIVE;

    /** As it stands in settings and in the names of resources. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the functions know it. */
    TradingMode trading() {
        return TradingMode.of(word());
    }

    /** Whether the production hosts of Binance are asked, which some countries can't reach. */
    public boolean asksBinanceProduction() {
        return this != TESTNET;
    }

    /** What the ingest reads as {@code SEXTANT_BINANCE}. */
    public String binance() {
        return asksBinanceProduction() ? "production" : "testnet";
    }

    /** Where the account's private stream is when the mode itself says it. */
    public Optional<URI> privateStreams() {
        return switch (this) {
            case PAPER -> Optional.empty();
            case TESTNET -> Optional.of(BinanceEndpoints.testnet().webSocket());
            case LIVE -> Optional.of(BinanceEndpoints.production().webSocket());
        };
    }

    /** Where orders go when the mode itself says it. */
    Optional<URI> venue() {
        return switch (this) {
            case PAPER -> Optional.empty();
            case TESTNET -> Optional.of(BinanceEndpoints.testnet().rest());
            case LIVE -> Optional.of(BinanceEndpoints.production().rest());
        };
    }
}
