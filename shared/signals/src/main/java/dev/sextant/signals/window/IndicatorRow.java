package dev.sextant.signals.window;

import org.jspecify.annotations.Nullable;

/**
 * The indicators at one instant, from trades before it. Sums and quantiles are exact integers, units of 10⁻⁸; VWAP, ATR
 * and its percentile are doubles derived from them. Null means "not defined yet", as the indicator page says column by
 * column.
 *
 * @param atMs the instant T, epoch milliseconds, a multiple of 15,000
 * @param cvdFastE8 Σ signed quantity over the fast window, base units
 * @param cvdMidE8 the same over the middle window
 * @param cvd24hE8 the same over the long window
 * @param cvdDayE8 the same since 00:00 UTC of the day that contains T − 1 ms
 * @param cvdFastSlopeE8 fast CVD now minus one slope lag ago
 * @param cvdAccelE8 slope now minus one slope lag ago
 * @param vwap Σ p·q / Σ q over the fast window, quote units
 * @param atr Wilder's average true range, quote units
 * @param atrPercentile share of recent ATR values at or below the current one, above 0 to 100
 * @param p95QtyE8 95th percentile of trade quantities, off by at most 0.8 %
 * @param p99QtyE8 99th percentile, off by at most 0.8 %
 * @param buyVolE8 Σ quantity of taker buys over the volume window
 * @param sellVolE8 Σ quantity of taker sells over the volume window
 * @param fastQtyE8 Σ quantity over the fast window
 * @param midQtyE8 Σ quantity over the middle window
 * @param priceE8 price of the last trade before T
 * @param coverage what of all this rests on unbroken input
 */
public record IndicatorRow(
        long atMs,
        long cvdFastE8,
        long cvdMidE8,
        long cvd24hE8,
        long cvdDayE8,
        @Nullable Long cvdFastSlopeE8,
        @Nullable Long cvdAccelE8,
        @Nullable Double vwap,
        @Nullable Double atr,
        @Nullable Double atrPercentile,
        @Nullable Long p95QtyE8,
        @Nullable Long p99QtyE8,
        long buyVolE8,
        long sellVolE8,
        long fastQtyE8,
        long midQtyE8,
        long priceE8,
        Coverage coverage) {}
