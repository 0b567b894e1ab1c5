package dev.sextant.venues.sim.instrument;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;

/**
 * A linear perpetual and its trading rules.
 *
 * @param pricePrecision decimals a price may have on the wire; more is refused before the tick is looked at
 * @param quantityPrecision decimals a quantity may have on the wire
 * @param lot for limit orders
 * @param marketLot for market orders
 * @param maxOrders open regular orders on the symbol at a time
 * @param minNotionalE8 smallest price × quantity, units of 10⁻⁸ of the quote asset; reduce-only orders are exempt
 * @throws IllegalArgumentException when tick × step has more than eight decimals: notionals must be exact
 */
public record Instrument(
        Symbol symbol,
        String baseAsset,
        String quoteAsset,
        int pricePrecision,
        int quantityPrecision,
        PriceFilter price,
        LotFilter lot,
        LotFilter marketLot,
        int maxOrders,
        long minNotionalE8,
        PercentPrice percent) {

    public Instrument {
        if (Math.multiplyExact(price.tickE8(), lot.stepE8()) % E8.ONE != 0) {
            throw new IllegalArgumentException(
                    "instrument " + symbol + ": tick " + E8.print(price.tickE8()) + " × step " + E8.print(lot.stepE8())
                            + " has more than 8 decimals, so its notionals would not be exact");
        }
    }

    /** BTCUSDT with the filters of the live venue as seen on 2026-09-30. */
    public static Instrument btcUsdt() {
        return new Instrument(
                new Symbol("BTCUSDT"),
                "BTC",
                "USDT",
                2,
                3,
                new PriceFilter(E8.parse("556.80"), E8.parse("4529764"), E8.parse("0.10")),
                new LotFilter(E8.parse("0.001"), E8.parse("1000"), E8.parse("0.001")),
                new LotFilter(E8.parse("0.001"), E8.parse("120"), E8.parse("0.001")),
                200,
                E8.parse("50"),
                new PercentPrice(10_500, 9_500));
    }

    /** A USDT perpetual whose tick and step are one unit of the last decimal, with otherwise ordinary filters. */
    public static Instrument usdtPerpetual(Symbol symbol, int priceDecimals, int quantityDecimals) {
        long tickE8 = unitE8(priceDecimals);
        long stepE8 = unitE8(quantityDecimals);
        LotFilter lot = new LotFilter(stepE8, E8.parse("10000000"), stepE8);
        String name = symbol.name();
        return new Instrument(
                symbol,
                name.endsWith("USDT") ? name.substring(0, name.length() - 4) : name,
                "USDT",
                priceDecimals,
                quantityDecimals,
                new PriceFilter(tickE8, E8.parse("1000000"), tickE8),
                lot,
                lot,
                200,
                E8.parse("5"),
                new PercentPrice(10_500, 9_500));
    }

    /** Whether a price has more decimals than the wire allows. */
    public boolean isPriceTooPrecise(long priceE8) {
        return priceE8 % unitE8(pricePrecision) != 0;
    }

    /** Whether a quantity has more decimals than the wire allows. */
    public boolean isQuantityTooPrecise(long qtyE8) {
        return qtyE8 % unitE8(quantityPrecision) != 0;
    }

    private static long unitE8(int decimals) {
        long unit = E8.ONE;
        for (int i = 0; i < decimals; i++) {
            unit /= 10;
        }
        return unit;
    }
}
