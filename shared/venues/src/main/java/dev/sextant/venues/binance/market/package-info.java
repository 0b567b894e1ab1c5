/**
 * Market data of Binance USD-M futures: where its streams are, and pure functions from its messages to the desk's
 * events. The connections are in {@code socket}, the reads in {@code rest}, the order book in {@code book}. Field names
 * and rules: the protocol page of Binance futures, sections 1 to 3.
 */
@NullMarked
package dev.sextant.venues.binance.market;

import org.jspecify.annotations.NullMarked;
