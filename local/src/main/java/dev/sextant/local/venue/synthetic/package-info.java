/** Seeded stand-ins for what a capture lacks. Each is a function of (seed, event time) alone. */
@NullMarked
package dev.sextant.local.venue.synthetic;

import org.jspecify.annotations.NullMarked;
