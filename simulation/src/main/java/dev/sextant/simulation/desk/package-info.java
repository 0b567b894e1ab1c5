/**
 * The desk under test: the production classes of risk-check, order-placer and reconciler, started as functions on the
 * records of a stream and by a schedule, between a store and an exchange that fail.
 */
@NullMarked
package dev.sextant.simulation.desk;

import org.jspecify.annotations.NullMarked;
