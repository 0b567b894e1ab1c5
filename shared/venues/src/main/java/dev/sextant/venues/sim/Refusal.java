package dev.sextant.venues.sim;

/** Why the venue refuses a request: Binance's code and a text. Clients compare codes, never texts. */
public enum Refusal {
    TOO_PRECISE(-1111, "Precision is over the maximum defined for this asset."),
    INVALID_SYMBOL(-1121, "Invalid symbol."),
    UNKNOWN_ORDER(-2011, "Unknown order sent."),
    INSUFFICIENT_MARGIN(-2019, "Margin is insufficient."),
    UNABLE_TO_FILL(-2020, "Unable to fill."),
    WOULD_TRIGGER(-2021, "Order would immediately trigger."),
    REDUCE_ONLY(-2022, "ReduceOnly Order is rejected."),
    TOO_MANY_ORDERS(-2025, "Reach max open order limit."),
    PRICE_TOO_HIGH(-4002, "Price greater than max price."),
    QUANTITY_TOO_SMALL(-4004, "Quantity less than min quantity."),
    QUANTITY_TOO_LARGE(-4005, "Quantity greater than max quantity."),
    PRICE_TOO_LOW(-4013, "Price less than min price."),
    OFF_TICK(-4014, "Price not increased by tick size."),
    ABOVE_PERCENT(-4016, "Limit price can't be higher than the allowed multiple of the mark price."),
    OFF_STEP(-4023, "Qty not increased by step size."),
    BELOW_PERCENT(-4024, "Limit price can't be lower than the allowed multiple of the mark price."),
    TOO_MANY_ALGO_ORDERS(-4045, "Reach max stop order limit."),
    BALANCE_INSUFFICIENT(-4050, "Cross balance insufficient."),
    DUPLICATE_CLIENT_ID(-4116, "ClientOrderId is duplicated."),
    MARKET_OUTSIDE_PERCENT(-4131, "The counterparty's best price does not meet the PERCENT_PRICE filter limit."),
    QUANTITY_WITH_CLOSE_POSITION(-4137, "Quantity must be zero with closePosition equals true."),
    NOTIONAL_TOO_SMALL(-4164, "Order's notional is below the minimum (unless you choose reduce only)."),
    FOK_NOT_FILLABLE(-5021, "Due to the order could not be filled immediately, the FOK order has been rejected."),
    GTX_WOULD_TAKE(-5022, "Due to the order could not be executed as maker, the Post Only order will be rejected."),
    TOO_LATE(-5028, "Timestamp for this request is outside of the ME recvWindow.");

    private final int code;
    private final String text;

    Refusal(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** Binance's error code. */
    public int code() {
        return code;
    }

    /** Binance's wording, or close to it. */
    public String text() {
        return text;
    }
}
