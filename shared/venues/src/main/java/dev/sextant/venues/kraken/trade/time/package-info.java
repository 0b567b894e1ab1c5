/** Kraken's time, from answers that tell whole seconds. */
@NullMarked
package dev.sextant.venues.kraken.trade.time;

import org.jspecify.annotations.NullMarked;
