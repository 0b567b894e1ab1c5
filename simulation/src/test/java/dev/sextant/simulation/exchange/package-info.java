/** What the simulated exchange tells, read by the desk's own reader. */
@NullMarked
package dev.sextant.simulation.exchange;

import org.jspecify.annotations.NullMarked;
