package dev.sextant.simulation.exchange;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.money.Price;
import dev.sextant.simulation.kernel.Kernel;
import java.math.BigDecimal;

/** The last price of a symbol: a random walk on its ticks. */
final class SimPrice {

    private final BigDecimal tickSize;
    private final long start;
    private long ticks;

    SimPrice(Instrument instrument, BigDecimal start) {
        this.tickSize = instrument.tickSize();
        this.ticks = start.divideToIntegralValue(tickSize).longValueExact();
        this.start = ticks;
    }

    /** One step of a few ten-thousandths of the price, sometimes a jump; never far from where it began. */
    void step(Kernel kernel) {
        long width = Math.max(1, start / (kernel.chance(0.004) ? 250 : 3_000));
        ticks += kernel.between(-width, width);
        ticks = Math.clamp(ticks, start / 2, start * 2);
    }

    Price now() {
        return at(0);
    }

    /** The price some ticks away. */
    Price at(long away) {
        return new Price(tickSize.multiply(BigDecimal.valueOf(ticks + away)));
    }
}
