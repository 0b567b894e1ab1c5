package dev.sextant.venues.sim.algo;

/** Which price is compared with the trigger. */
public enum WorkingType {
    /** The last trade. */
    CONTRACT_PRICE,
    MARK_PRICE
}
