package dev.sextant.domain.order;

/** Why an order exists. Only {@link #ENTRY} adds exposure; risk never blocks the others. */
public enum Purpose {
    ENTRY,
    STOP,
    TAKE_PROFIT_1,
    TAKE_PROFIT_2,
    CLOSE;

    /** True when a fill of the order makes the position larger. */
    public boolean addsExposure() {
        return this == ENTRY;
    }
}
