package dev.sextant.domain.market;

/** The kinds of market indicator that are polled or derived beside the trades; the wire names are the stored ones. */
public enum IndicatorType {
    /** Global long/short account ratio; value key {@code ratio}. */
    LONG_SHORT_RATIO("long_short_ratio"),
    /** Top traders' long/short position ratio; value key {@code ratio}. */
    TOP_TRADER_POSITION("top_trader_position"),
    /** Open interest; value keys {@code open_interest} (base units) and {@code open_interest_value} (quote). */
    OPEN_INTEREST_HIST("open_interest_hist"),
    /** Coinbase spot over the perpetual; value key {@code premium_bps}. */
    COINBASE_PREMIUM("coinbase_premium"),
    /** Current funding rate; value keys {@code rate}, {@code mark_price}, {@code index_price}, {@code next_funding_ms}. */
    FUNDING_RATE("funding_rate"),
    /** Observed forced orders of one second; value keys {@code long_notional}, {@code short_notional}: a sample, never a total. */
    LIQUIDATION("liquidation");

    private final String wireName;

    IndicatorType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in storage and on the stream. */
    public String wireName() {
        return wireName;
    }

    /**
     * The type of a stored name.
     *
     * @throws IllegalArgumentException naming the value and the known names
     */
    public static IndicatorType of(String wireName) {
        for (IndicatorType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("indicator type '" + wireName + "' is unknown, expected one of "
                + java.util.Arrays.stream(values()).map(IndicatorType::wireName).toList());
    }
}
