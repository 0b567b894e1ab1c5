/**
 * Feeds broken input to everything that reads input from outside. Seeded and mutated; each target states its property and
 * every finding can be replayed.
 */
@NullMarked
package dev.sextant.fuzz;

import org.jspecify.annotations.NullMarked;
