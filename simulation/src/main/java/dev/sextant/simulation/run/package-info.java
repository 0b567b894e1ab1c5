/** Runs seeds, one or many, and says what came of them. */
@NullMarked
package dev.sextant.simulation.run;

import org.jspecify.annotations.NullMarked;
