/** Conditional orders: held beside the book until a price triggers them, then sent as market orders. */
@NullMarked
package dev.sextant.venues.sim.algo;

import org.jspecify.annotations.NullMarked;
