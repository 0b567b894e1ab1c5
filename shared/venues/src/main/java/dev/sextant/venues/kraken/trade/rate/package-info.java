/** Kraken's two rate limits, counted here before the venue counts them. Time is a parameter. */
@NullMarked
package dev.sextant.venues.kraken.trade.rate;

import org.jspecify.annotations.NullMarked;
