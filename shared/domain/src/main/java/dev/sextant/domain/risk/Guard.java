package dev.sextant.domain.risk;

import dev.sextant.domain.order.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of an account, a strategy or an entry, from the conditions of {@link GuardCondition} that hold.
 * {@code risk.guard} is the same function in the database, where it decides; a test holds the two together.
 */
public final class Guard {

    private Guard() {}

    /**
     * The account alone.
     *
     * @param deskState of the newest session; null when the desk never started
     */
    public static GuardReport ofAccount(
            AccountRisk account, @Nullable String deskState, GuardReadings readings, long nowMs) {
        return new GuardReport(AccountConditions.hold(account, deskState, readings, nowMs));
    }

    /** A strategy in a symbol: the account's findings, and its own. */
    public static GuardReport ofEntry(EntryDemand demand, AccountRisk account, EntryConditions conditions, long nowMs) {
        List<GuardFinding> findings =
                new ArrayList<>(AccountConditions.hold(account, conditions.deskState(), conditions.readings(), nowMs));
        findings.addAll(SymbolConditions.hold(demand, account.limits(), conditions, nowMs));
        return new GuardReport(findings);
    }

    /** Why an order may not go on in this state: only one that adds exposure is ever held back. */
    public static Optional<Refusal> refusal(Purpose purpose, GuardReport report) {
        return purpose.addsExposure() ? report.barrier().map(GuardFinding::refusal) : Optional.empty();
    }
}
