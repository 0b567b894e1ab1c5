package dev.sextant.local.venue.synthetic.generator;

import dev.sextant.local.venue.synthetic.MarkReading;

/**
 * What is known of a symbol at a full second beside its trades and book.
 *
 * @param lastPriceE8 of the last trade, units of 10⁻⁸
 * @param coinbaseMidE8 of the spot product there, units of 10⁻⁸ USD
 * @param usdtUsdE8 what a USDT costs there; the same for all symbols
 * @param openInterestE8 base units of 10⁻⁸
 * @param longAccountsPerMyriad share of all accounts that are net long
 * @param topLongPositionsPerMyriad share of the top traders' positions that is long
 * @param settledFundingE8 the rate that was settled at this second, or {@link #NOTHING_SETTLED}
 */
public record SecondReading(
        MarkReading mark,
        long lastPriceE8,
        long coinbaseMidE8,
        long usdtUsdE8,
        long openInterestE8,
        int longAccountsPerMyriad,
        int topLongPositionsPerMyriad,
        long settledFundingE8) {

    /** No settlement at this second. */
    public static final long NOTHING_SETTLED = Long.MIN_VALUE;

    public long timeMs() {
        return mark.timeMs();
    }
}
