/** What must hold for plans of several orders, after every step and in the end. */
@NullMarked
package dev.sextant.simulation.plancheck;

import org.jspecify.annotations.NullMarked;
