/**
 * The indicator page as code: rolling sums, quantiles, candles and Wilder's ATR over 15-second buckets, incremental and
 * exact. Sums are integers, so adding and subtracting never drifts; {@code double} appears only in VWAP, ATR and its rank.
 */
@NullMarked
package dev.sextant.signals.window;

import org.jspecify.annotations.NullMarked;
