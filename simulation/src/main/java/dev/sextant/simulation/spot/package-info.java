/**
 * A spot exchange with Kraken's habits: limit orders that trade at once or not at all, against seeded books that move; ids
 * unique among open orders only; deadlines; nonces that must rise; balances by asset.
 */
@NullMarked
package dev.sextant.simulation.spot;

import org.jspecify.annotations.NullMarked;
