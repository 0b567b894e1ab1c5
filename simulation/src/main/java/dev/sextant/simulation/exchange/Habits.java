package dev.sextant.simulation.exchange;

/**
 * How the exchange misbehaves. Probabilities are from 0 to 1 and apply while the faults last.
 *
 * @param lateAcceptance an order is accepted up to ten seconds after the gateway gave up on it
 * @param failsBlindly a 5xx answer to a placement that was not taken
 * @param partialFills an order fills in several parts
 * @param remainderExpires part of a market order finds nobody and expires
 * @param slowMatching fills come up to three seconds after the acceptance
 * @param triggerRejected a triggered stop is refused by the ordinary order service
 * @param staleReads a read shows the past, up to four seconds back
 * @param hiddenOrders an order can't be found for ten to thirty minutes
 * @param lazyCancels a cancel takes effect up to two seconds after its answer
 */
public record Habits(
        double lateAcceptance,
        double failsBlindly,
        double partialFills,
        double remainderExpires,
        double slowMatching,
        double triggerRejected,
        double staleReads,
        double hiddenOrders,
        double lazyCancels) {

    /** An exchange on a good day: orders still fill in parts now and then. */
    public static final Habits GOOD = new Habits(0, 0, 0.2, 0, 0, 0, 0, 0, 0);
}
