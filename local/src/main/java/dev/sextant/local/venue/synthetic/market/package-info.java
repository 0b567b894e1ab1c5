/** The synthetic market on the venue server's stage: what has been told of it, and what comes. */
@NullMarked
package dev.sextant.local.venue.synthetic.market;

import org.jspecify.annotations.NullMarked;
