package dev.sextant.venues.sim;

import dev.sextant.venues.sim.order.OrderView;

/**
 * An order as it is kept over a restart.
 *
 * @param aheadE8 volume that must still trade at its price before its turn, base units of 10⁻⁸; 0 unless it rests
 */
public record KeptOrder(OrderView order, long aheadE8) {}
