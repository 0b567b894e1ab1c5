/** The synthetic market: what happens at a made-up exchange, a function of the seed, told event by event. No clock, no thread. */
@NullMarked
package dev.sextant.local.venue.synthetic.generator;

import org.jspecify.annotations.NullMarked;
