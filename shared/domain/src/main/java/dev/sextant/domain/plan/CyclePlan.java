package dev.sextant.domain.plan;

import dev.sextant.domain.event.Account;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A cycle that somebody wants to trade, with everything the orders need: legs, the way back after each of them, and what it
 * may lose. Made by whoever confirms an opportunity, stored by {@link PlanStore#reserve}, never changed once approved.
 *
 * @param planId 64 hex digits, {@link PlanIds#plan}
 * @param opportunityId what was seen
 * @param cycle as it is written, {@code USD>BTC>ETH>USD}
 * @param lane the only lane its strategy runs in
 * @param spend what leg 1 gives of the start asset, above 0
 * @param expectedProfit in the start asset, net of fees
 * @param worstLoss what may be lost when it stops after any leg, in the start asset, 0 or more
 * @param startValue what one of the start asset is worth in the account's currency, above 0
 * @param routes one for each asset in the middle of the cycle
 * @param maxBookAgeMs how old the book of a leg may be when it is reserved, milliseconds
 * @param decidedAtMs market time of the decision
 * @param expiresAtMs market time after which leg 1 must not be sent
 */
public record CyclePlan(
        String planId,
        Account account,
        String venue,
        String strategy,
        String strategyVersion,
        String opportunityId,
        String cycle,
        Lane lane,
        BigDecimal spend,
        BigDecimal expectedProfit,
        BigDecimal worstLoss,
        BigDecimal startValue,
        List<PlanLeg> legs,
        List<UnwindRoute> routes,
        long maxBookAgeMs,
        long decidedAtMs,
        long expiresAtMs) {

    /** Where a strategy's plans are carried out. */
    public enum Lane {
        /** By the functions behind the {@code decisions} stream. */
        STREAM,
        /** In one process with the books. */
        DIRECT
    }

    /** @throws IllegalArgumentException when the legs are no cycle, or an asset in the middle has no way back */
    public CyclePlan {
        legs = List.copyOf(legs);
        routes = List.copyOf(routes);
        if (legs.size() < 3 || legs.size() > 4) {
            throw new IllegalArgumentException("plan " + cycle + " has " + legs.size() + " legs, expected 3 or 4");
        }
        for (int leg = 0; leg < legs.size(); leg++) {
            String brought = legs.get(leg).brings();
            String given = legs.get((leg + 1) % legs.size()).gives();
            if (!brought.equals(given)) {
                throw new IllegalArgumentException("plan " + cycle + ": leg " + (leg + 1) + " brings " + brought
                        + ", but the next gives " + given);
            }
            if (leg < legs.size() - 1 && route(routes, given).isEmpty()) {
                throw new IllegalArgumentException("plan " + cycle + " has no way back from " + given);
            }
        }
        for (UnwindRoute route : routes) {
            if (!route.terms().brings(route.side()).equals(legs.getFirst().gives())) {
                throw new IllegalArgumentException(
                        "plan " + cycle + ": the way back from " + route.gives() + " does not lead to the start");
            }
        }
    }

    private static Optional<UnwindRoute> route(List<UnwindRoute> routes, String asset) {
        return routes.stream().filter(route -> route.gives().equals(asset)).findFirst();
    }

    /** The asset it begins and ends with. */
    public String startAsset() {
        return legs.getFirst().gives();
    }

    /** The way back from an asset in the middle. */
    public UnwindRoute route(String asset) {
        return route(routes, asset)
                .orElseThrow(() -> new IllegalArgumentException("plan " + cycle + " never holds " + asset));
    }
}
