/** Coinbase Exchange's public tickers, and the premium of its spot price over another venue's. No key is needed. */
@NullMarked
package dev.sextant.venues.coinbase;

import org.jspecify.annotations.NullMarked;
