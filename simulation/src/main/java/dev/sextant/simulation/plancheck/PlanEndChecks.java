package dev.sextant.simulation.plancheck;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.simulation.check.Violation;
import dev.sextant.simulation.spot.SpotExchange;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.PlanView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold in the end, once everything works again and what had to be waited for has gone by. */
public final class PlanEndChecks {

    private final ModelStore store;
    private final SpotExchange exchange;

    public PlanEndChecks(ModelStore store, SpotExchange exchange) {
        this.store = store;
        this.exchange = exchange;
    }

    /** Whether something is still to come to an end by itself. */
    public boolean unresolved() {
        return !store.planView().live().isEmpty()
                || store.orders().stream().anyMatch(order -> !order.state().isFinal());
    }

    /** The plans that go on though nothing of theirs is in doubt. */
    public Set<String> dawdling() {
        return store.planView().live().stream()
                .map(plan -> plan.plan().planId())
                .filter(plan -> store.orders().stream()
                        .noneMatch(order ->
                                order.tradeId().equals(plan) && !order.state().isFinal()))
                .collect(Collectors.toSet());
    }

    /** C1: what was in no doubt a while ago, and is in none, has ended. */
    public void nothingDawdles(Set<String> before) {
        for (PlanView.Booked plan : store.planView().live()) {
            boolean dawdles = before.contains(plan.plan().planId())
                    && dawdling().contains(plan.plan().planId());
            Violation.when(dawdles, "C1", "a plan is " + plan.state() + " though nothing of it is in doubt");
        }
    }

    /** Everything. */
    public void all() {
        for (StoredOrder order : store.orders()) {
            Violation.when(!order.state().isFinal(), "C1", order.purpose() + " " + order.id() + " is " + order.state());
        }
        List<PlanView.Booked> live = store.planView().live();
        Violation.when(!live.isEmpty(), "C1", live.size() + " plans never ended");
        fills();
        for (String asset : exchange.balances().keySet()) {
            String booked = E8.printDecimal(store.planView().balance(asset));
            String there = E8.printDecimal(exchange.balances().get(asset));
            Violation.when(
                    !booked.equals(there),
                    "B2",
                    "balance of " + asset + " is " + booked + " here, " + there + " at the exchange");
        }
    }

    private void fills() {
        Set<String> booked = store.bookedFills().stream().map(Fill::tradeId).collect(Collectors.toSet());
        Set<String> there = exchange.orders().stream()
                .flatMap(order -> order.fills().stream())
                .map(Fill::tradeId)
                .collect(Collectors.toSet());
        Violation.when(!booked.equals(there), "B1", booked.size() + " fills here, " + there.size() + " there");
        Violation.when(store.bookedFills().size() != booked.size(), "B4", "a fill was booked twice");
    }
}
