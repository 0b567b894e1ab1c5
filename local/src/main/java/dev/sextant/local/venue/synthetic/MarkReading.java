package dev.sextant.local.venue.synthetic;

/**
 * Mark price, index price and funding at one moment.
 *
 * @param markE8 units of 10⁻⁸ of the quote asset
 * @param indexE8 units of 10⁻⁸ of the quote asset
 * @param fundingRateE8 estimated rate of the next settlement, a fraction in units of 10⁻⁸
 * @param nextFundingMs when that is, epoch ms
 * @param timeMs of the reading, epoch ms
 */
public record MarkReading(long markE8, long indexE8, long fundingRateE8, long nextFundingMs, long timeMs) {}
