package dev.sextant.domain.order;

/** Why an order exists. Only {@link #ENTRY} and {@link #FIRST_LEG} add exposure; risk never blocks the others. */
public enum Purpose {
    ENTRY,
    STOP,
    TAKE_PROFIT_1,
    TAKE_PROFIT_2,
    CLOSE,
    /** The order that begins a plan of several: it leaves the start asset. */
    FIRST_LEG,
    /** A later order of a plan: it goes on with what the one before it brought. */
    NEXT_LEG,
    /** Sells what a plan can't go on with back into its start asset. */
    UNWIND;

    /** True when a fill of the order makes the position larger. */
    public boolean addsExposure() {
        return this == ENTRY || this == FIRST_LEG;
    }

    /** True for the orders of a plan: they trade assets on spot, belong to no round trip and have no stop. */
    public boolean ofPlan() {
        return this == FIRST_LEG || this == NEXT_LEG || this == UNWIND;
    }
}
