/**
 * Market connections of Binance USD-M futures that stay up: silence is noticed per stream, a lost connection is opened
 * again with back-off, and one that grows old is replaced before the venue closes it.
 */
@NullMarked
package dev.sextant.venues.binance.market.socket;

import org.jspecify.annotations.NullMarked;
