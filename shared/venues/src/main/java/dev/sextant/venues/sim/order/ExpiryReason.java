package dev.sextant.venues.sim.order;

/** Why an order expired, field {@code er} of {@code ORDER_TRADE_UPDATE}. */
public enum ExpiryReason {
    NONE(0),
    IOC_REMAINDER(2),
    REDUCE_ONLY_CONFLICT(4),
    MARKET_REMAINDER(9);

    private final int code;

    ExpiryReason(int code) {
        this.code = code;
    }

    /** The venue's number of the reason. */
    public int code() {
        return code;
    }
}
