/**
 * The reconciler function: each minute, at start and on demand it brings the database and the venue to one truth, and
 * it does what else is due by the clock. It
 * never sends an order and never trades to repair a difference.
 */
@NullMarked
package dev.sextant.reconciler;

import org.jspecify.annotations.NullMarked;
