package dev.sextant.venues.sim.algo;

import dev.sextant.venues.sim.order.Side;

/** Conditional orders that become market orders. */
public enum AlgoType {
    /** A buy triggers when the price rises to the trigger, a sell when it falls to it. */
    STOP_MARKET,
    /** The mirror image. */
    TAKE_PROFIT_MARKET;

    /** Whether a price triggers an order of this type. */
    public boolean triggers(Side side, long priceE8, long triggerPriceE8) {
        boolean rising = (this == STOP_MARKET) == (side == Side.BUY);
        return rising ? priceE8 >= triggerPriceE8 : priceE8 <= triggerPriceE8;
    }
}
