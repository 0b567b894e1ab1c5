package dev.sextant.venues.sim.algo;

/** The two ways to name a conditional order in a query or a cancel. */
public sealed interface AlgoKey {

    /** By the venue's id. */
    record ById(long algoId) implements AlgoKey {}

    /** By the client's id; it names the latest order that used it. */
    record ByClientId(String clientAlgoId) implements AlgoKey {}
}
