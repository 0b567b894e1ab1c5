/**
 * The simulation's store beside Postgres: the same operations on both, one after another and from several clients at once.
 */
@NullMarked
package dev.sextant.local.storemodel;

import org.jspecify.annotations.NullMarked;
