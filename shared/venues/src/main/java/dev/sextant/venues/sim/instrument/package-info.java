/** What may be traded and within which limits: tick, lot, notional, distance from the mark price. */
@NullMarked
package dev.sextant.venues.sim.instrument;

import org.jspecify.annotations.NullMarked;
