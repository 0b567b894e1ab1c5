package dev.sextant.domain.venue;

import java.util.List;

/**
 * A whole reading of an account's cash flows.
 *
 * @param flows oldest first
 * @param askedAtMs the venue's time when it was asked, epoch milliseconds; what is younger may be missing
 */
public record CashFlows(List<CashFlow> flows, long askedAtMs) {

    public CashFlows {
        flows = List.copyOf(flows);
    }
}
