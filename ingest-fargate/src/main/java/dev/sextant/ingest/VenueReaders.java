package dev.sextant.ingest;

import dev.sextant.domain.order.RequestLedger;
import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.binance.market.rest.ReadPatience;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.Sleeper;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** The venue's REST side as three readers of different patience on one rate budget, and Coinbase's tickers. */
record VenueReaders(
        RateBudget budget,
        BinanceMarketRest patient,
        BinanceMarketRest brisk,
        BinanceMarketRest once,
        CoinbaseMarketRest coinbase) {

    /** A tick waits at most this long for its indicators. */
    static final long POLL_TIMEOUT_MS = 1_500;

    static VenueReaders of(IngestConfig config, HttpGet http, RequestLedger requests, DoubleSupplier random) {
        BinanceEndpoints endpoints = config.endpoints();
        RateBudget budget = new RateBudget(System::currentTimeMillis, requests);
        Sleeper sleeper = Sleeper.real();
        return new VenueReaders(
                budget,
                new BinanceMarketRest(endpoints, http, budget, ReadPatience.patient(), sleeper, random),
                new BinanceMarketRest(endpoints, http, budget, ReadPatience.brisk(), sleeper, random),
                new BinanceMarketRest(
                        endpoints,
                        http,
                        budget,
                        ReadPatience.once(Duration.ofMillis(POLL_TIMEOUT_MS)),
                        sleeper,
                        random),
                new CoinbaseMarketRest(config.coinbase(), http, Duration.ofMillis(POLL_TIMEOUT_MS)));
    }
}
