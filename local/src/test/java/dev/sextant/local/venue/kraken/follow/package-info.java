@NullMarked
package dev.sextant.local.venue.kraken.follow;

import org.jspecify.annotations.NullMarked;
