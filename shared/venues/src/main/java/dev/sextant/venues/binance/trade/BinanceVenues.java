package dev.sextant.venues.binance.trade;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.RequestLedger;
import dev.sextant.venues.binance.mode.ModeCheck;
import dev.sextant.venues.binance.mode.TradingMode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Makes the trading side of Binance from the environment. Called by the order-placer and the reconciler at start. */
public final class BinanceVenues {

    /** Request weight a minute in production; the venue's own figure is read from its headers as it answers. */
    private static final long WEIGHT_LIMIT = 2_400;

    private BinanceVenues() {}

    /**
     * Reads {@code SEXTANT_VENUE_REST} (base address; paper, testnet and live differ in it alone), {@code
     * SEXTANT_VENUE_CLOCK} ({@code offset}, the default, or {@code venue} for a replay) and the credentials {@code
     * SEXTANT_VENUE_API_KEY} with {@code SEXTANT_VENUE_API_SECRET} or {@code SEXTANT_VENUE_PRIVATE_KEY}. The mode is in
     * {@link TradingMode#VARIABLE}, the account in {@code SEXTANT_ACCOUNT}; in mode live {@code SEXTANT_VENUE_WALLET} says
     * where the key's rights are asked, by default the exchange's own address.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong, or what disagrees among mode, address
     *     and account
     */
    public static BinanceTradingVenue fromEnvironment(Map<String, String> environment) {
        return fromEnvironment(environment, RequestLedger.NONE);
    }

    /** The same, with a count of requests that all share who send from this address. */
    public static BinanceTradingVenue fromEnvironment(Map<String, String> environment, RequestLedger ledger) {
        String base = environment.getOrDefault("SEXTANT_VENUE_REST", "");
        if (base.isBlank()) {
            throw new IllegalArgumentException(
                    "SEXTANT_VENUE_REST is missing, expected the venue's base address, https://…");
        }
        ClockMode mode = switch (environment.getOrDefault("SEXTANT_VENUE_CLOCK", "offset")) {
            case "offset" -> ClockMode.OFFSET;
            case "venue" -> ClockMode.VENUE;
            default ->
                throw new IllegalArgumentException("SEXTANT_VENUE_CLOCK is '" + environment.get("SEXTANT_VENUE_CLOCK")
                        + "', expected offset or venue");
        };
        URI rest = URI.create(base);
        Optional<URI> wallet = wallet(environment, rest);
        Timing timing = Timing.system();
        return new BinanceTradingVenue(
                BinanceTradeSettings.of(rest, mode),
                Credentials.fromEnvironment(environment, "SEXTANT_VENUE"),
                new RequestBudget(timing.wall(), WEIGHT_LIMIT, ledger),
                timing,
                wallet);
    }

    /** Refuses what does not belong together before a key is read. */
    private static Optional<URI> wallet(Map<String, String> environment, URI rest) {
        TradingMode mode = TradingMode.fromEnvironment(environment);
        String account = environment.getOrDefault("SEXTANT_ACCOUNT", "");
        if (account.isBlank()) {
            ModeCheck.require(mode, rest);
        } else {
            ModeCheck.require(mode, rest, new Account(account));
        }
        String named = environment.getOrDefault("SEXTANT_VENUE_WALLET", "");
        Optional<URI> wallet = mode.wallet().map(exchange -> named.isBlank() ? exchange : URI.create(named));
        wallet.flatMap(base -> ModeCheck.ofWallet(rest, base)).ifPresent(disagreement -> {
            throw new IllegalArgumentException(disagreement);
        });
        return wallet;
    }
}
