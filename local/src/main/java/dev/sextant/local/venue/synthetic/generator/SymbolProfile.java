package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.instrument.Instrument;
import java.util.List;
import java.util.Optional;

/**
 * One symbol's habits. docs/synthetic-market.md says what each number was measured on, and which were not.
 *
 * @param openingPrice in the quote asset, when the market begins
 * @param hourlyVolatilityBps deviation of an hour's return
 * @param newsShare correlation of its news with the market's
 * @param ordersPerSecond taker orders on the average of a day, those that follow from others left aside
 * @param medianOrderQty base units
 * @param orderLogDeviation deviation of the logarithm of an order's size
 * @param bestQty median quantity at the best price, base units
 * @param depthQtyPerBps resting base units per basis point of price
 * @param openInterestQty usual open interest, base units
 * @param interestChange deviation of an hour's relative change of open interest
 * @param longShortRatio usual ratio of long to short accounts
 */
public record SymbolProfile(
        Instrument instrument,
        double openingPrice,
        double hourlyVolatilityBps,
        double newsShare,
        double ordersPerSecond,
        double medianOrderQty,
        double orderLogDeviation,
        double bestQty,
        double depthQtyPerBps,
        double openInterestQty,
        double interestChange,
        double longShortRatio) {

    private static final List<SymbolProfile> ALL = List.of(
            new SymbolProfile(Instrument.btcUsdt(), 62_000, 56, 0.95, 1, 0.045, 2.2, 2.7, 5, 80_000, 0.006, 1.3),
            new SymbolProfile(perpetual("ETHUSDT", 2, 3), 3_000, 69, 0.93, 0.75, 0.5, 2.5, 30, 75, 900_000, 0.007, 1.6),
            new SymbolProfile(perpetual("SOLUSDT", 2, 2), 150, 93, 0.93, 0.9, 6, 2.1, 300, 900, 9e6, 0.0103, 2.6),
            new SymbolProfile(perpetual("XRPUSDT", 4, 1), 0.6, 93, 0.9, 0.6, 1_000, 2.1, 6e4, 1e5, 9e8, 0.0103, 2.6));

    private static Instrument perpetual(String name, int priceDecimals, int quantityDecimals) {
        return Instrument.usdtPerpetual(new Symbol(name), priceDecimals, quantityDecimals);
    }

    /** The habits of a symbol, or empty when nobody has written them down. */
    public static Optional<SymbolProfile> of(Symbol symbol) {
        return ALL.stream().filter(profile -> profile.symbol().equals(symbol)).findFirst();
    }

    /** What can be generated. */
    public static List<Symbol> symbols() {
        return ALL.stream().map(SymbolProfile::symbol).toList();
    }

    public Symbol symbol() {
        return instrument.symbol();
    }
}
