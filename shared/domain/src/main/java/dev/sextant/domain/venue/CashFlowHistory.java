package dev.sextant.domain.venue;

/** Where can be read what moved the account's money beside its fills. Called by the reconciler, each hour and when told of some. */
@FunctionalInterface
public interface CashFlowHistory {

    /**
     * Every cash flow since a venue time.
     *
     * @param sinceMs epoch milliseconds
     * @throws VenueUnavailableException when they could not be read whole
     */
    CashFlows cashFlowsSince(long sinceMs) throws VenueUnavailableException;
}
