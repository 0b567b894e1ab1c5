package dev.sextant.arbitrage.follow;

import java.math.BigDecimal;

/**
 * An order of a sized cycle.
 *
 * @param pair as {@code BTC/USD}
 * @param buys whether the base asset is bought; else it is sold
 * @param quantity of the base asset, in lots
 * @param limit the worst price it may trade at, on the tick
 * @param spend of the asset given, fee included
 * @param receive of the other asset, fee taken off
 * @param bookAgeMs how long ago the pair's book was heard of when this was planned, in milliseconds
 */
public record SizedLeg(
        String pair,
        boolean buys,
        BigDecimal quantity,
        BigDecimal limit,
        BigDecimal spend,
        BigDecimal receive,
        long bookAgeMs) {}
