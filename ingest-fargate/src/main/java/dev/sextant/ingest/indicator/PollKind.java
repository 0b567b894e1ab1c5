package dev.sextant.ingest.indicator;

import dev.sextant.domain.market.IndicatorType;

/** What is polled; each kind becomes readings of one type. */
public enum PollKind {
    /** Mark, index and funding rate as they are now. */
    PREMIUM(IndicatorType.FUNDING_RATE),
    /** Open interest now. */
    OPEN_INTEREST(IndicatorType.OPEN_INTEREST_HIST),
    /** Open interest at the end of the last statistics period. */
    OPEN_INTEREST_STATISTIC(IndicatorType.OPEN_INTEREST_HIST),
    /** Global long/short account ratio of the last statistics period. */
    LONG_SHORT_RATIO(IndicatorType.LONG_SHORT_RATIO),
    /** Top traders' position ratio of the last statistics period. */
    TOP_TRADER_POSITION(IndicatorType.TOP_TRADER_POSITION),
    /** Coinbase's spot price over the symbol's last trade. */
    COINBASE_PREMIUM(IndicatorType.COINBASE_PREMIUM);

    private final IndicatorType type;

    PollKind(IndicatorType type) {
        this.type = type;
    }

    public IndicatorType type() {
        return type;
    }
}
