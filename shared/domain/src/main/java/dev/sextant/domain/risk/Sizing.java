package dev.sextant.domain.risk;

import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.money.Decimals;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How much to buy or sell so that the stop costs what the tier may lose. */
public sealed interface Sizing {

    /**
     * A size that fits the venue's filters.
     *
     * @param quantity a multiple of the step
     * @param risk quote units lost at the stop: stop distance × quantity, at most what was allowed
     */
    record Fits(Quantity quantity, BigDecimal risk) implements Sizing {

        public Fits {
            risk = Decimals.normal(risk);
        }
    }

    /** No size fits, and why. */
    record TooSmall(String reason) implements Sizing {}

    /**
     * Quantity = risk per trade × the tier's share ÷ stop distance, rounded down to the step.
     *
     * @param riskPerTrade quote units a standard tier may lose, positive
     */
    static Sizing of(SignalRaised signal, BigDecimal riskPerTrade, Instrument instrument) {
        BigDecimal allowed = riskPerTrade.multiply(signal.tier().riskShare());
        BigDecimal exact = allowed.divide(signal.stopDistance(), new MathContext(20, RoundingMode.DOWN));
        Quantity quantity = new Quantity(exact).floorTo(instrument.stepSize());
        if (quantity.isZero()) {
            return new TooSmall("risk " + allowed.toPlainString() + " over a stop of "
                    + signal.stopDistance().toPlainString() + " buys less than one step of "
                    + instrument.stepSize().toPlainString());
        }
        Optional<String> refused = instrument.refuses(quantity, new Price(signal.price()));
        return refused.<Sizing>map(TooSmall::new)
                .orElseGet(() -> new Fits(quantity, quantity.value().multiply(signal.stopDistance())));
    }
}
