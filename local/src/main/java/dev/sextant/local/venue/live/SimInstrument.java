package dev.sextant.local.venue.live;

import dev.sextant.domain.money.E8;
import dev.sextant.venues.binance.market.rest.InstrumentFilters;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.instrument.LotFilter;
import dev.sextant.venues.sim.instrument.PercentPrice;
import dev.sextant.venues.sim.instrument.PriceFilter;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The exchange's filters as the simulated venue applies them. A bound of 0 is off at the exchange, so it is far away here. */
final class SimInstrument {

    private static final BigDecimal FAR = new BigDecimal("1000000000");
    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);

    private static final int E8_DECIMALS = 8;

    private SimInstrument() {}

    /**
     * The instrument.
     *
     * @throws IllegalArgumentException when the exchange doesn't trade it, or with steps this venue can't count exactly
     */
    static Instrument of(InstrumentFilters filters) {
        if (!filters.tradable()) {
            throw new IllegalArgumentException(
                    filters.symbol() + " is " + filters.status() + " at the exchange, expected TRADING");
        }
        return new Instrument(
                filters.symbol(),
                filters.baseAsset(),
                filters.quoteAsset(),
                decimals(filters.tickSize()),
                decimals(filters.stepSize().min(filters.marketStepSize())),
                new PriceFilter(
                        E8.of(orElse(filters.minPrice(), filters.tickSize())),
                        E8.of(orElse(filters.maxPrice(), FAR)),
                        E8.of(filters.tickSize())),
                lot(filters.minQty(), filters.maxQty(), filters.stepSize()),
                lot(filters.marketMinQty(), filters.marketMaxQty(), filters.marketStepSize()),
                filters.maxOpenOrders(),
                E8.of(filters.minNotional()),
                new PercentPrice(perMyriad(filters.priceFactorUp()), perMyriad(filters.priceFactorDown())));
    }

    private static LotFilter lot(BigDecimal min, BigDecimal max, BigDecimal step) {
        return new LotFilter(E8.of(orElse(min, step)), E8.of(orElse(max, FAR)), E8.of(step));
    }

    private static BigDecimal orElse(BigDecimal value, BigDecimal off) {
        return value.signum() == 0 ? off : value;
    }

    /** As many decimals as the exchange writes the step with, so that prices look here as they do there. */
    private static int decimals(BigDecimal step) {
        return Math.clamp(step.scale(), 0, E8_DECIMALS);
    }

    private static int perMyriad(BigDecimal factor) {
        return factor.multiply(MYRIAD).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
