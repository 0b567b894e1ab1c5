/** Seeds, mutants, crashes at every call; and the simulation's own promises. */
@NullMarked
package dev.sextant.simulation;

import org.jspecify.annotations.NullMarked;
