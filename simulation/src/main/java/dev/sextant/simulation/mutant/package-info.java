/** The protocol with one thing wrong at a time. Each mutant must be found, or the simulation proves nothing about it. */
@NullMarked
package dev.sextant.simulation.mutant;

import org.jspecify.annotations.NullMarked;
