package dev.sextant.local.venue.live;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.rest.ApiKey;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.binance.market.socket.SocketSettings;
import dev.sextant.venues.sim.SimSettings;
import dev.sextant.venues.sim.model.LatencyModel;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * How to start a paper venue on live data.
 *
 * @param exchange whose public data to trade on
 * @param account changes the standard account: wallet, leverage, fees, latency, queue
 * @param accountFile keeps the account over restarts
 * @param staleAfterMs silence of either route after which no new order is taken
 * @param sockets time limits of the connections to the exchange
 */
public record LiveVenueConfig(
        BinanceEndpoints exchange,
        Symbol symbol,
        ApiKey apiKey,
        UnaryOperator<SimSettings> account,
        Path accountFile,
        long staleAfterMs,
        SocketSettings sockets) {

    private static final long STALE_AFTER_MS = 5_000;

    /** The standard account, five seconds of patience. */
    public static LiveVenueConfig of(BinanceEndpoints exchange, Symbol symbol, ApiKey apiKey, Path accountFile) {
        return new LiveVenueConfig(
                exchange,
                symbol,
                apiKey,
                UnaryOperator.identity(),
                accountFile,
                STALE_AFTER_MS,
                SocketSettings.standard());
    }

    /** The same with less or more patience; the connections are replaced after twice that silence. */
    public LiveVenueConfig withStaleAfterMs(long otherMs) {
        return new LiveVenueConfig(
                exchange, symbol, apiKey, account, accountFile, otherMs, sockets.withStallMs(2 * otherMs));
    }

    /** The same with another latency, ms to the book and as many back. */
    public LiveVenueConfig withLatencyMs(long latencyMs) {
        return new LiveVenueConfig(
                exchange,
                symbol,
                apiKey,
                settings -> account.apply(settings).withLatency(LatencyModel.constant(latencyMs, latencyMs)),
                accountFile,
                staleAfterMs,
                sockets);
    }

    /** The same with another starting wallet, units of 10⁻⁸ of the quote asset. */
    public LiveVenueConfig withWalletE8(long walletE8) {
        return new LiveVenueConfig(
                exchange,
                symbol,
                apiKey,
                settings -> account.apply(settings).withWalletE8(walletE8),
                accountFile,
                staleAfterMs,
                sockets);
    }
}
