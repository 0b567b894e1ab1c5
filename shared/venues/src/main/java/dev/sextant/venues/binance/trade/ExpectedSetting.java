package dev.sextant.venues.binance.trade;

/**
 * How a symbol must be set up at the venue before the desk trades it.
 *
 * @param marginType what the venue must report
 * @param leverage 1 to 125
 */
public record ExpectedSetting(MarginType marginType, int leverage) {

    /** The venue's margin types, under its names. */
    public enum MarginType {
        CROSSED,
        ISOLATED
    }

    public ExpectedSetting {
        if (leverage < 1 || leverage > 125) {
            throw new IllegalArgumentException("leverage is " + leverage + ", expected 1 to 125");
        }
    }
}
