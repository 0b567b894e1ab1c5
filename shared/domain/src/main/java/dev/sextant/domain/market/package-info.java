/**
 * Facts about a market as the exchange reports them: aggregate trades, 15-second buckets, frames and indicator readings.
 * Prices and quantities are exact integers, units of 10⁻⁸ ({@code …E8}); sums of price × quantity are units of 10⁻¹⁶.
 */
@NullMarked
package dev.sextant.domain.market;

import org.jspecify.annotations.NullMarked;
