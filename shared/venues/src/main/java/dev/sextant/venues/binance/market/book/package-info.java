/** A local copy of one symbol's order book, kept in step with the venue by snapshot and changes. */
@NullMarked
package dev.sextant.venues.binance.market.book;

import org.jspecify.annotations.NullMarked;
