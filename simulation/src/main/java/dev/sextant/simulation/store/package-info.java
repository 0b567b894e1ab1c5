/**
 * The order protocol's database as plain code: the same steps as the SQL functions, one at a time, in memory. The rules
 * are the ones of {@code dev.sextant.domain.risk}; a test gives this store and Postgres the same operations and compares.
 */
@NullMarked
package dev.sextant.simulation.store;

import org.jspecify.annotations.NullMarked;
