package dev.sextant.simulation.check;

/** What a run simulates. */
public enum World {
    /** The functions behind the stream: round trips on futures. */
    DESK,
    /** The direct lane: plans of several orders on spot. */
    PLANS
}
