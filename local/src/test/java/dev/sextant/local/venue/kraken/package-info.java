/** Tests of this package. */
@NullMarked
package dev.sextant.local.venue.kraken;

import org.jspecify.annotations.NullMarked;
