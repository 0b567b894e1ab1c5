package dev.sextant.venues.kraken.trade;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.math.BigDecimal;

/**
 * A pair as {@code AssetPairs} tells it, exact.
 *
 * @param id the key of the pair in answers, {@code XXBTZUSD}
 * @param altname what orders name it by, {@code XBTUSD}
 * @param symbol as the socket and the desk call it, {@code BTC/USD}
 * @param baseId the base in balances, {@code XXBT}
 * @param quoteId the quote in balances, {@code ZUSD}
 * @param priceDecimals decimals of a price
 * @param quantityDecimals decimals of a quantity
 * @param costDecimals decimals of price × quantity
 * @param orderMin least quantity of an order, in base
 * @param costMin least price × quantity of an order, in quote
 * @param tickSize step of a price
 */
public record AssetPair(
        String id,
        String altname,
        Symbol symbol,
        String baseId,
        String quoteId,
        int priceDecimals,
        int quantityDecimals,
        int costDecimals,
        BigDecimal orderMin,
        BigDecimal costMin,
        BigDecimal tickSize,
        MarketStatus status) {

    /** The base as the desk calls it. */
    public String base() {
        return symbol.name().substring(0, symbol.name().indexOf('/'));
    }

    /** The quote as the desk calls it. */
    public String quote() {
        return symbol.name().substring(symbol.name().indexOf('/') + 1);
    }
}
