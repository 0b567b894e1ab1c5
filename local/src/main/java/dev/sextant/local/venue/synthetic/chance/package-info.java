/** Seeded chance: draws and random processes that are the same on every machine. */
@NullMarked
package dev.sextant.local.venue.synthetic.chance;

import org.jspecify.annotations.NullMarked;
