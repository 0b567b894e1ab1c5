package dev.sextant.venues.sim.order;

/** Types the regular order endpoint takes. Conditional types are {@link dev.sextant.venues.sim.algo.AlgoType}. */
public enum OrderType {
    LIMIT,
    MARKET
}
