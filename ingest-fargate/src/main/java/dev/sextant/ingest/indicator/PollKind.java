package dev.sextant.ingest.indicator;

import dev.sextant.domain.market.IndicatorType;

/** What is polled; each kind becomes readings of one type. */
public enum PollKind {
    /** Mark, index and funding rate as they are now. */
    PREMIUM(IndicatorType.FUNDING_RATE, "funding_rate"),
    /** Open interest now. */
    OPEN_INTEREST(IndicatorType.OPEN_INTEREST_HIST, "open_interest"),
    /** Open interest at the end of the last statistics period. */
    OPEN_INTEREST_STATISTIC(IndicatorType.OPEN_INTEREST_HIST, "open_interest"),
    /** Global long/short account ratio of the last statistics period. */
    LONG_SHORT_RATIO(IndicatorType.LONG_SHORT_RATIO, "long_short_ratio"),
    /** Top traders' position ratio of the last statistics period. */
    TOP_TRADER_POSITION(IndicatorType.TOP_TRADER_POSITION, "top_trader_position");

    private final IndicatorType type;
    private final String inputName;

    PollKind(IndicatorType type, String inputName) {
        this.type = type;
        this.inputName = inputName;
    }

    public IndicatorType type() {
        return type;
    }

    /** How a venue that makes this input up calls it. */
    public String inputName() {
        return inputName;
    }
}
