/** The twins of the database's functions that no comparison with Postgres reaches, for they go by its clock. */
@NullMarked
package dev.sextant.simulation.store;

import org.jspecify.annotations.NullMarked;
