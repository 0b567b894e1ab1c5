/** Kraken's private socket at work: orders go out by it, and what becomes of them comes back by it, with REST as the truth behind. */
@NullMarked
package dev.sextant.venues.kraken.trade.live;

import org.jspecify.annotations.NullMarked;
