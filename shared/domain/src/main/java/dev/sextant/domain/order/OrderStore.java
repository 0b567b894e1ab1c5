package dev.sextant.domain.order;

import dev.sextant.domain.event.Account;
import java.util.List;

/**
 * The truth about orders. Each method is one atomic step and safe to repeat; {@link StoreException} says whether a
 * failed step may have happened all the same. Called by risk-check, order-placer and reconciler.
 */
public interface OrderStore {

    /** Judges an intent under the account's lock and stores it with its reservation, or as refused. */
    Reservation reserve(OrderIntent intent, String source, long nowMs);

    /** Asks for the licence to send. Repeating it with the same token after a lost answer is safe. */
    Claim claim(ClaimRequest request);

    /** Books what was learnt about an order. */
    Reported report(OrderReport report);

    /** Sets the cancel latch; false when the order is already final. */
    boolean requestCancel(IntentId id, String source, String why, long nowMs);

    /** Counts one "not found" answer and returns how many came in a row. */
    int countNotFound(IntentId id);

    /**
     * Approved intents that nobody claimed since {@code olderThanMs}, or that a clock a minute ahead stamped, oldest
     * first: what the sweep tells again.
     */
    List<IntentId> lingeringApprovals(Account account, long olderThanMs);

    /** Every order that was claimed and is not final, oldest first: what reconciliation is about. */
    List<StoredOrder> unfinished(Account account);

    /** Whether a person has ordered that entries resting at the venue are cancelled. */
    boolean cancelsEntries(Account account);

    /** Round trips that are not closed, with their orders (of closes that failed at least the newest). */
    List<OpenTrade> openTrades(Account account);
}
