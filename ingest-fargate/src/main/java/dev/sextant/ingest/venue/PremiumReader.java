package dev.sextant.ingest.venue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.venues.coinbase.CoinbaseMarketRest;
import dev.sextant.venues.coinbase.CoinbasePremium;
import dev.sextant.venues.coinbase.CoinbaseTicker;
import dev.sextant.venues.http.VenueReadException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Coinbase's premium over the last trade of a perpetual. The last trade and the tick come over one socket, so a replay
 * sees the same pair at any speed; a mid price would come over another. What went into the ratio is kept beside it.
 */
final class PremiumReader {

    private static final String QUOTE = "USDT";
    private static final String STABLECOIN = "USDT-USD";
    /** A product that has not traded for that long is frozen, whatever its bid and ask say. */
    private static final long FROZEN_AFTER_MS = 60_000;

    private record Priced(long tickMs, CoinbaseTicker ticker) {}

    private final CoinbaseMarketRest coinbase;
    private @Nullable Priced stablecoin;

    PremiumReader(CoinbaseMarketRest coinbase) {
        this.coinbase = coinbase;
    }

    /** The values of a reading; empty for a symbol without a trade, without a product there, or with a frozen one. */
    Optional<Map<String, BigDecimal>> read(Symbol symbol, long lastPriceE8, long tickMs)
            throws VenueReadException, InterruptedException {
        if (lastPriceE8 <= 0 || !symbol.name().endsWith(QUOTE)) {
            return Optional.empty();
        }
        String base = symbol.name().substring(0, symbol.name().length() - QUOTE.length());
        CoinbaseTicker spot = coinbase.ticker(base + "-USD");
        CoinbaseTicker usdt = stablecoin(tickMs);
        return tickMs - spot.tradeTimeMs() > FROZEN_AFTER_MS
                ? Optional.empty()
                : Optional.of(values(E8.toDecimal(lastPriceE8), spot, usdt, tickMs));
    }

    /** One request a tick, however many symbols ask. */
    private synchronized CoinbaseTicker stablecoin(long tickMs) throws VenueReadException, InterruptedException {
        Priced known = stablecoin;
        if (known == null || known.tickMs() != tickMs) {
            known = new Priced(tickMs, coinbase.ticker(STABLECOIN));
            stablecoin = known;
        }
        return known.ticker();
    }

    private static Map<String, BigDecimal> values(
            BigDecimal venuePrice, CoinbaseTicker spot, CoinbaseTicker usdt, long tickMs) {
        CoinbasePremium premium = new CoinbasePremium(spot.mid(), venuePrice, usdt.mid());
        return Map.of(
                "premium_bps", premium.bps(),
                "coinbase_mid", premium.coinbaseMid(),
                "venue_price", premium.venuePrice(),
                "usdt_usd", premium.usdtUsd(),
                "coinbase_age_ms", age(spot, tickMs),
                "usdt_usd_age_ms", age(usdt, tickMs));
    }

    /** A trade of this very moment may be stamped after the tick that asked. */
    private static BigDecimal age(CoinbaseTicker ticker, long tickMs) {
        return BigDecimal.valueOf(Math.max(0, tickMs - ticker.tradeTimeMs()));
    }
}
