/** What must hold after every step, what must hold once things work again, and what must have been seen at least once. */
@NullMarked
package dev.sextant.simulation.check;

import org.jspecify.annotations.NullMarked;
