/** Binance's JSON: market frames, user-stream frames and REST bodies, in its own field names. */
@NullMarked
package dev.sextant.local.venue.wire;

import org.jspecify.annotations.NullMarked;
