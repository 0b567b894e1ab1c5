package dev.sextant.local.doctor;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.mode.ModeCheck;
import dev.sextant.venues.binance.mode.TradingMode;
import dev.sextant.venues.binance.trade.Credentials;
import dev.sextant.venues.binance.trade.ExpectedSetting;
import dev.sextant.venues.binance.trade.ExpectedSetting.MarginType;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exchange that a desk in mode testnet or live trades at.
 *
 * @param endpoints market data, orders and the private stream
 * @param wallet where the key's rights are asked; empty on the testnet
 * @param expected how each symbol must be set up there
 */
public record Place(
        TradingMode mode,
        Account account,
        BinanceEndpoints endpoints,
        Optional<URI> wallet,
        Credentials credentials,
        List<Symbol> symbols,
        ExpectedSetting expected) {

    public Place {
        symbols = List.copyOf(symbols);
    }

    /** The mode in force. */
    public static TradingMode mode(Settings settings) {
        return TradingMode.of(settings.text(Key.MODE));
    }

    /** The account of a mode: {@code paper-main}, {@code testnet-main}, {@code live-main}, or another name after the dash. */
    public static Account account(Settings settings) {
        return new Account(mode(settings).word() + "-" + settings.text(Key.ACCOUNT));
    }

    /**
     * Reads settings and key. Refuses addresses that don't belong to the mode before it looks for a key.
     *
     * @param home where relative paths begin
     * @throws IllegalArgumentException in one line, when something is missing, readable by others or disagrees
     */
    public static Place of(Settings settings, Map<String, String> environment, Path home) {
        TradingMode mode = mode(settings);
        boolean live = mode == TradingMode.LIVE;
        BinanceEndpoints endpoints = BinanceEndpoints.of(
                URI.create(settings.text(live ? Key.LIVE_REST_URL : Key.TESTNET_REST_URL)),
                URI.create(settings.text(live ? Key.LIVE_WS_URL : Key.TESTNET_WS_URL)));
        Account account = account(settings);
        ModeCheck.require(mode, endpoints.rest(), account);
        ModeCheck.requireStreams(mode, endpoints.webSocket());
        Optional<URI> wallet = live ? Optional.of(URI.create(settings.text(Key.LIVE_WALLET_URL))) : Optional.empty();
        wallet.flatMap(address -> ModeCheck.ofWallet(endpoints.rest(), address)).ifPresent(disagreement -> {
            throw new IllegalArgumentException(disagreement);
        });
        return new Place(
                mode,
                account,
                endpoints,
                wallet,
                KeyFile.read(mode, environment, settings.path(live ? Key.LIVE_KEY_FILE : Key.TESTNET_KEY_FILE, home)),
                Arrays.stream(settings.text(Key.SYMBOLS).split(",", -1))
                        .map(Symbol::new)
                        .distinct()
                        .toList(),
                new ExpectedSetting(MarginType.valueOf(settings.text(Key.MARGIN_TYPE)), settings.number(Key.LEVERAGE)));
    }

    /** What the functions of AWS find in their environment. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                TradingMode.VARIABLE,
                mode.word(),
                "SEXTANT_ACCOUNT",
                account.name(),
                "SEXTANT_VENUE_REST",
                endpoints.rest().toString(),
                "SEXTANT_VENUE_CLOCK",
                "offset",
                "SEXTANT_VENUE_API_KEY",
                credentials.apiKey(),
                switch (credentials.kind()) {
                    case HMAC -> "SEXTANT_VENUE_API_SECRET";
                    case ED25519 -> "SEXTANT_VENUE_PRIVATE_KEY";
                },
                credentials.secret()));
        wallet.ifPresent(address -> environment.put("SEXTANT_VENUE_WALLET", address.toString()));
        return environment;
    }

    /** The exchange by its host. */
    public String host() {
        return endpoints.rest().getAuthority();
    }

    /** The same before anything is known of a key. */
    public static String host(Settings settings) {
        boolean live = mode(settings) == TradingMode.LIVE;
        return URI.create(settings.text(live ? Key.LIVE_REST_URL : Key.TESTNET_REST_URL))
                .getAuthority();
    }
}
