/** What goes into the simulated venue (market events) and what comes out of it (reports). */
@NullMarked
package dev.sextant.venues.sim.event;

import org.jspecify.annotations.NullMarked;
