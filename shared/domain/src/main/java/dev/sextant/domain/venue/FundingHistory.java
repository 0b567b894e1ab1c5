package dev.sextant.domain.venue;

import java.util.List;

/** Where the account's funding can be read. Called by the reconciler, each hour. */
@FunctionalInterface
public interface FundingHistory {

    /**
     * Every payment since a venue time, oldest first.
     *
     * @throws VenueUnavailableException when it could not be read whole
     */
    List<FundingPayment> fundingSince(long sinceMs) throws VenueUnavailableException;
}
