package dev.sextant.venues.sim.order;

/** The side of an order or fill. */
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** +1 for a buy, −1 for a sell: multiply a quantity by it to get the change of position. */
    public int sign() {
        return sign;
    }

    /** The other side. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }

    /** Whether a fill of this side makes the position smaller (by sign alone; a flat position can't be reduced). */
    public boolean reduces(long positionQtyE8) {
        return sign * Long.signum(positionQtyE8) < 0;
    }

    /** Whether the first price is better to trade at than the second for someone of this side: lower to buy, higher to sell. */
    public boolean isBetter(long priceE8, long otherPriceE8) {
        return sign * Long.compare(priceE8, otherPriceE8) < 0;
    }
}
