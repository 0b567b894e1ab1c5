/** Order books of scaled longs with Kraken's checksum. */
@NullMarked
package dev.sextant.arbitrage.book;

import org.jspecify.annotations.NullMarked;
