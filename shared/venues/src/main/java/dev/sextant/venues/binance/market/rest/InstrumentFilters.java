package dev.sextant.venues.binance.market.rest;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;

/**
 * What a venue demands of an order for one instrument. Prices in the quote asset, quantities in the base asset; 0 turns
 * a bound off.
 *
 * @param baseAsset what a quantity counts
 * @param quoteAsset what a price counts
 * @param status the venue's word; only {@code TRADING} is tradable
 * @param tradable false when the status or the contract type says so; an unknown contract type does
 * @param tickSize price − minPrice must be a multiple
 * @param stepSize quantity − minQty must be a multiple, for limit orders
 * @param marketStepSize the same for market orders
 * @param minNotional least price × quantity; reduce-only orders are exempt
 * @param maxOpenOrders open orders at once
 * @param priceFactorUp a buy's price is at most mark × this
 * @param priceFactorDown a sell's price is at least mark × this
 */
public record InstrumentFilters(
        Symbol symbol,
        String baseAsset,
        String quoteAsset,
        String status,
        boolean tradable,
        BigDecimal tickSize,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        BigDecimal stepSize,
        BigDecimal minQty,
        BigDecimal maxQty,
        BigDecimal marketStepSize,
        BigDecimal marketMinQty,
        BigDecimal marketMaxQty,
        BigDecimal minNotional,
        int maxOpenOrders,
        BigDecimal priceFactorUp,
        BigDecimal priceFactorDown) {

    /**
     * The instrument as the order path sees it: limits of market orders, which is what the desk sends, with the coarser
     * of the two steps.
     *
     * @throws IllegalArgumentException when the venue gives no tick or step
     */
    public Instrument instrument() {
        return new Instrument(
                symbol,
                baseAsset,
                quoteAsset,
                tradable,
                tickSize,
                stepSize.max(marketStepSize),
                minQty.max(marketMinQty),
                marketMaxQty,
                minNotional);
    }
}
