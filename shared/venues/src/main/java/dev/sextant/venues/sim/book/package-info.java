/** The public order book by the venue's update rule, and what of it a taker can still take. */
@NullMarked
package dev.sextant.venues.sim.book;

import org.jspecify.annotations.NullMarked;
