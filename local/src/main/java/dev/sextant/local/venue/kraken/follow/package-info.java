/** Books of a real venue on loopback: as they are now, or as they were recorded. */
@NullMarked
package dev.sextant.local.venue.kraken.follow;

import org.jspecify.annotations.NullMarked;
