package dev.sextant.signals.strategy;

import java.math.BigDecimal;

/**
 * Where a position ends, in multiples of the ATR at the decision.
 *
 * @param stopAtr entry to stop loss
 * @param takeProfit1Atr entry to the first target
 * @param takeProfit2Atr entry to the second target, at least the first
 * @param takeProfit1Share share of the quantity closed at the first target, between 0 and 1 exclusive
 */
public record Exits(
        BigDecimal stopAtr, BigDecimal takeProfit1Atr, BigDecimal takeProfit2Atr, BigDecimal takeProfit1Share) {}
