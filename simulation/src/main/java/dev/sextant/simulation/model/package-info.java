/**
 * The placing of one order, explored completely: every interleaving of placers, reconciler, queue, store, venue, kill
 * switch and time, with a crash at every step. The order's moves are the production table's.
 */
@NullMarked
package dev.sextant.simulation.model;

import org.jspecify.annotations.NullMarked;
