package dev.sextant.venues.kraken.feed;

import java.math.BigDecimal;

/**
 * A price level with the digits of the message.
 *
 * @param price positive, in quote
 * @param qty absolute quantity in base; 0 removes the level
 */
public record BookLevel(BigDecimal price, BigDecimal qty) {}
