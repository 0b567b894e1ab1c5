package dev.sextant.domain.plan;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.StoredOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The truth about plans, beside {@link dev.sextant.domain.order.OrderStore}, which books what becomes of their orders. Each
 * method is one atomic step and safe to repeat; a failed step says in {@link dev.sextant.domain.order.StoreException} whether
 * it may have happened all the same. Called by risk-check (stream lane), order-placer and the direct lane.
 */
public interface PlanStore {

    /**
     * Judges a plan and its first leg under the account's lock, and stores both or the refusal. With a claim the leg is
     * claimed in the same step: the direct lane's one call. A refusal gives way to a plan of the same id that was decided
     * later; an approval stands for good, so that an opportunity is traded once at most.
     *
     * @param claim for leg 1, or null to leave it approved for the placer
     */
    Reserved reserve(CyclePlan plan, @Nullable ClaimRequest claim, String source, long nowMs);

    /**
     * Stores and claims one more order of a plan; refused unless every other order of it is final.
     *
     * @param claim for this order
     */
    Reserved reserveLeg(LegIntent intent, ClaimRequest claim, String source, long nowMs);

    /** Plans of an account that are not over, oldest first. */
    List<LivePlan> live(Account account);

    /** One plan, over or not. */
    Optional<LivePlan> find(String planId);

    /** One order, of a plan or not. */
    Optional<StoredOrder> order(IntentId id);

    /**
     * Ends a plan: books its result against the account's limits and what is left as dust. Ending it again changes nothing.
     *
     * @throws IllegalStateException when one of its orders is not final
     */
    void end(String planId, PlanStep.End end, String source, long nowMs);

    /** The answer to a reservation. */
    sealed interface Reserved {

        /** Reserved; {@code claim} is null where none was asked for. */
        record Approved(@Nullable Claim claim) implements Reserved {}

        /** Refused for a reason with a stable code; stored as such. */
        record Refused(String code, String reason) implements Reserved {}

        /** Judged before, by these books or later ones, or approved; says how it stands. */
        record Exists(String state) implements Reserved {}
    }
}
