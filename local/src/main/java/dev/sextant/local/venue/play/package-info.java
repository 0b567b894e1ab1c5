/** Playing a capture: one clock, one order of events, one matching core behind one lock. */
@NullMarked
package dev.sextant.local.venue.play;

import org.jspecify.annotations.NullMarked;
