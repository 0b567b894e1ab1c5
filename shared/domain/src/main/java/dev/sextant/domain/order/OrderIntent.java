package dev.sextant.domain.order;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A demand for one order, before it is judged. Everything the venue needs is in {@code request}; the rest says who
 * wants it and why.
 *
 * @param id derived from account, strategy version, source, leg, purpose and cause
 * @param venue the venue's name, {@code BINANCE}
 * @param strategy the strategy's name
 * @param sourceId the signal the trade came from
 * @param decisionId the decision behind the signal, or null for an operator's order
 * @param tradeId the round trip it belongs to: the intent id of its entry
 * @param cause the id of the event that demanded it
 * @param referencePrice last price when it was demanded; what limits on notional use
 * @param risk quote units at stake: stop distance × quantity for an entry, 0 for orders that reduce
 * @param bucketStartMs the bucket that decided an entry, else null
 * @param expiresAtMs for an entry the market time after which it must not be sent, else null
 */
public record OrderIntent(
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
        EntryPlan plan) {

    /**
     * A reduce-only order of an open trade. Called by the placer for what it sends, by the reconciler for what the venue
     * has done without us.
     *
     * @param venue the venue's name
     * @param trigger for a conditional order the price it waits for, else null
     */
    public static OrderIntent exit(
            OpenTrade trade,
            String venue,
            Purpose purpose,
            OrderType type,
            Quantity quantity,
            @Nullable Price trigger,
            String cause) {
        StoredOrder entry = trade.entry();
        IntentId id = IntentId.derive(trade.account(), entry.strategyVersion(), trade.tradeId(), 0, purpose, cause);
        Side side = Side.opening(trade.plan().direction()).opposite();
        return new OrderIntent(
                id,
                trade.account(),
                venue,
                entry.strategy(),
                entry.strategyVersion(),
                entry.sourceId(),
                entry.decisionId(),
                trade.tradeId(),
                purpose,
                cause,
                new OrderRequest(trade.symbol(), id.clientOrderId(), side, type, quantity, trigger, true),
                trade.entryPrice().value(),
                BigDecimal.ZERO,
                null,
                null,
                trade.plan());
    }

    public OrderIntent {
        if (purpose.ofPlan()) {
            throw new IllegalArgumentException(
                    "intent " + id + " is a " + purpose + ": orders of a plan belong to no round trip");
        }
        if (purpose.addsExposure() == request.reduceOnly()) {
            throw new IllegalArgumentException("intent " + id + " is a " + purpose + " with reduceOnly "
                    + request.reduceOnly() + ": exactly the entries add exposure");
        }
        if (purpose.addsExposure() && (expiresAtMs == null || bucketStartMs == null)) {
            throw new IllegalArgumentException("entry " + id + " has no expiry or no bucket: entries need both");
        }
    }
}
