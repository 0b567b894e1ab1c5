/** What goes wrong, and how much of it in which run. */
@NullMarked
package dev.sextant.simulation.fault;

import org.jspecify.annotations.NullMarked;
