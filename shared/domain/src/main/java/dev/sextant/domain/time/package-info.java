/** Clocks as parameters. No class of the domain reads the wall clock by itself. */
@NullMarked
package dev.sextant.domain.time;

import org.jspecify.annotations.NullMarked;
