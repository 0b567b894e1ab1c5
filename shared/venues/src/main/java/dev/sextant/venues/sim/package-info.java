/**
 * The simulated venue: one deterministic matching core with the manners of a USD-M futures exchange. It is a pure
 * function of its inputs in their order: no clock, no thread, no randomness; all time is event time.
 */
@NullMarked
package dev.sextant.venues.sim;

import org.jspecify.annotations.NullMarked;
