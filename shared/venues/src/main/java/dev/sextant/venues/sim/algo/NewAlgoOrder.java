package dev.sextant.venues.sim.algo;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.order.Side;

/**
 * A request for a conditional order.
 *
 * @param triggerPriceE8 units of 10⁻⁸ of the quote asset, positive
 * @param qtyE8 base quantity, units of 10⁻⁸; 0 exactly when {@code closePosition}
 * @param closePosition closes the whole position when triggered
 * @param reduceOnly the market order may only reduce; implied by {@code closePosition}
 * @param priceProtect stored and shown; the simulation doesn't suppress triggers
 * @param clientAlgoId unique among the open conditional orders of the symbol; blank lets the venue choose one
 * @param validUntilMs the last event time at which the venue may still accept it (timestamp + recvWindow)
 */
public record NewAlgoOrder(
        Symbol symbol,
        Side side,
        AlgoType type,
        WorkingType workingType,
        long triggerPriceE8,
        long qtyE8,
        boolean closePosition,
        boolean reduceOnly,
        boolean priceProtect,
        String clientAlgoId,
        long validUntilMs) {

    /** A stop that closes the whole position, triggered by the last trade, without a deadline. */
    public static NewAlgoOrder closingStop(Symbol symbol, Side side, long triggerPriceE8, String clientAlgoId) {
        return new NewAlgoOrder(
                symbol,
                side,
                AlgoType.STOP_MARKET,
                WorkingType.CONTRACT_PRICE,
                triggerPriceE8,
                0,
                true,
                false,
                false,
                clientAlgoId,
                Long.MAX_VALUE);
    }

    /** The same request under another client id. */
    public NewAlgoOrder withClientAlgoId(String otherClientAlgoId) {
        return new NewAlgoOrder(
                symbol,
                side,
                type,
                workingType,
                triggerPriceE8,
                qtyE8,
                closePosition,
                reduceOnly,
                priceProtect,
                otherClientAlgoId,
                validUntilMs);
    }

    /** Whether its market order may only reduce the position. */
    public boolean onlyReduces() {
        return closePosition || reduceOnly;
    }

    /** Whether this price triggers it. */
    public boolean isTriggeredBy(long priceE8) {
        return type.triggers(side, priceE8, triggerPriceE8);
    }
}
