/**
 * The scorer: one decision for each strategy, symbol and bucket, taken or not, that explains itself down to the inputs and
 * the gate that stopped it.
 */
@NullMarked
package dev.sextant.signals.score;

import org.jspecify.annotations.NullMarked;
