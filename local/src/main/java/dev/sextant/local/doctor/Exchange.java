package dev.sextant.local.doctor;

import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.binance.trade.BinanceTradeSettings;
import dev.sextant.venues.binance.trade.BinanceTradingVenue;
import dev.sextant.venues.binance.trade.ClockMode;
import dev.sextant.venues.binance.trade.RequestBudget;
import dev.sextant.venues.binance.trade.Timing;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.Sleeper;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Both sides of a place, opened to be looked at: nothing is sent to it but questions. */
final class Exchange implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    /** {@code exchangeInfo} of all symbols is near 2 MB. */
    private static final long MAX_BODY_BYTES = 16L * 1024 * 1024;
    /** What production allows a minute; the testnet allows more. */
    private static final long WEIGHT_LIMIT = 2_400;

    private final HttpClient http = JdkHttpGet.newClient(CONNECT_TIMEOUT);
    private final BinanceMarketRest market;
    private final BinanceTradingVenue account;

    Exchange(Place place) {
        this.market = new BinanceMarketRest(
                place.endpoints(),
                new JdkHttpGet(http, MAX_BODY_BYTES),
                new RateBudget(System::currentTimeMillis),
                ReadPatience.brisk(),
                Sleeper.real(),
                () -> ThreadLocalRandom.current().nextDouble());
        Timing timing = Timing.system();
        this.account = new BinanceTradingVenue(
                BinanceTradeSettings.of(place.endpoints().rest(), ClockMode.OFFSET),
                place.credentials(),
                new RequestBudget(timing.wall(), WEIGHT_LIMIT),
                timing,
                place.wallet());
    }

    BinanceMarketRest market() {
        return market;
    }

    BinanceTradingVenue account() {
        return account;
    }

    @Override
    public void close() {
        account.close();
        http.shutdownNow();
    }
}
