/** Writing down what was sent to the venue, so that a later play can resume with the same orders, fills and positions. */
@NullMarked
package dev.sextant.local.venue.journal;

import org.jspecify.annotations.NullMarked;
