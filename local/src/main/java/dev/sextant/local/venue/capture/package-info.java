/** Recorded market data: reading it, and building from it what the recorder did not subscribe to. */
@NullMarked
package dev.sextant.local.venue.capture;

import org.jspecify.annotations.NullMarked;
