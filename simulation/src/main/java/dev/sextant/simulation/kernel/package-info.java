/**
 * Virtual time. One queue of events, one source of chance, and sandboxes that run production code until it asks
 * something of the outside; exactly one of them runs at any moment, so a seed always makes the same history.
 */
@NullMarked
package dev.sextant.simulation.kernel;

import org.jspecify.annotations.NullMarked;
