package dev.sextant.simulation.store;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.EntryPlan;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.plan.CyclePlan;
import dev.sextant.domain.plan.LegIntent;
import dev.sextant.domain.plan.PairTerms;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order was demanded with, of a round trip or of a plan of several legs.
 *
 * @param tradeId the round trip, or the plan
 * @param plan of the round trip, or null
 * @param leg of the plan from 1, or 0
 * @param pair the assets of an order of a plan, or null
 */
record Wanted(
        IntentId id,
        Account account,
        String venue,
        String strategy,
        String strategyVersion,
        String sourceId,
        @Nullable String decisionId,
        String tradeId,
        Purpose purpose,
        String cause,
        OrderRequest request,
        BigDecimal referencePrice,
        BigDecimal risk,
        @Nullable Long bucketStartMs,
        @Nullable Long expiresAtMs,
        @Nullable EntryPlan plan,
        int leg,
        @Nullable PairTerms pair) {

    static Wanted of(OrderIntent intent) {
        return new Wanted(
                intent.id(),
                intent.account(),
                intent.venue(),
                intent.strategy(),
                intent.strategyVersion(),
                intent.sourceId(),
                intent.decisionId(),
                intent.tradeId(),
                intent.purpose(),
                intent.cause(),
                intent.request(),
                intent.referencePrice(),
                intent.risk(),
                intent.bucketStartMs(),
                intent.expiresAtMs(),
                intent.plan(),
                0,
                null);
    }

    /** {@code execution.insert_leg}: the plan's risk and its expiry are those of leg 1. */
    static Wanted of(LegIntent intent) {
        CyclePlan plan = intent.plan();
        boolean first = intent.purpose() == Purpose.FIRST_LEG;
        return new Wanted(
                intent.id(),
                plan.account(),
                plan.venue(),
                plan.strategy(),
                plan.strategyVersion(),
                plan.opportunityId(),
                null,
                plan.planId(),
                intent.purpose(),
                intent.cause(),
                intent.request(),
                Objects.requireNonNull(intent.request().limitPrice()).value(),
                first ? plan.worstLoss().multiply(plan.startValue()) : BigDecimal.ZERO,
                null,
                first ? plan.expiresAtMs() : null,
                null,
                intent.leg(),
                intent.terms());
    }
}
