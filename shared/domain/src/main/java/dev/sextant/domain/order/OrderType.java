package dev.sextant.domain.order;

/** The kinds of order the desk places. */
public enum OrderType {
    MARKET(false),
    /** Market order once the trigger price is reached against the position. */
    STOP_MARKET(true),
    /** Market order once the trigger price is reached in the position's favour. */
    TAKE_PROFIT_MARKET(true),
    /** Trades at once at its limit or better; what does not is canceled. The only kind of a plan's legs. */
    LIMIT_IOC(false);

    private final boolean conditional;

    OrderType(boolean conditional) {
        this.conditional = conditional;
    }

    /** True when the order has a limit price. */
    public boolean limited() {
        return this == LIMIT_IOC;
    }

    /** True when the venue holds it until a trigger; on Binance such orders live in the Algo Order service. */
    public boolean conditional() {
        return conditional;
    }
}
