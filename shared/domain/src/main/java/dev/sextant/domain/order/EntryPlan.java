package dev.sextant.domain.order;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tier;
import java.math.BigDecimal;

/**
 * What an entry means to do with the position it opens; stored with the intent and carried by the trade, so that the
 * exits never depend on a configuration that changed meanwhile.
 *
 * @param signalPrice last trade price at the decision
 * @param atr average true range at the decision, quote units
 * @param stopDistance entry price to stop, quote units; one R per unit of quantity
 * @param takeProfit1Share share of the quantity that closes at the first target
 * @param decidedAtMs exchange time of the decision
 * @param closeAfterMs longest holding time; the position is closed at market after it
 */
public record EntryPlan(
        Direction direction,
        Tier tier,
        int score,
        BigDecimal signalPrice,
        BigDecimal atr,
        BigDecimal stopDistance,
        BigDecimal takeProfit1Distance,
        BigDecimal takeProfit2Distance,
        BigDecimal takeProfit1Share,
        long decidedAtMs,
        long closeAfterMs) {

    /** The plan of a signal. */
    public static EntryPlan of(SignalRaised signal) {
        return new EntryPlan(
                signal.direction(),
                signal.tier(),
                signal.score(),
                signal.price(),
                signal.atr(),
                signal.stopDistance(),
                signal.takeProfit1Distance(),
                signal.takeProfit2Distance(),
                signal.takeProfit1Share(),
                signal.decidedAtMs(),
                signal.closeAfterMs());
    }
}
