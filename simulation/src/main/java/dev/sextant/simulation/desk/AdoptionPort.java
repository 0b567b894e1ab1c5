package dev.sextant.simulation.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.simulation.store.Adopting;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Orders of others that are to be booked, as a sandbox reaches them. */
final class AdoptionPort implements Adoptions {

    private final StorePort port;
    private final Adopting store;
    private final Supplier<String> tokens;
    private final Witness witness;

    AdoptionPort(StorePort port, Adopting store, Supplier<String> tokens, Witness witness) {
        this.port = port;
        this.store = store;
        this.tokens = tokens;
        this.witness = witness;
    }

    @Override
    public List<Wanted> wanted(Account account) {
        return port.step("adoptions wanted", store::wanted);
    }

    @Override
    public Optional<String> book(Wanted wanted, OrderIntent intent, OrderReport report) {
        String token = tokens.get();
        return port.step("adopt", () -> {
            Optional<String> refusal = store.book(wanted, intent, token, report);
            if (refusal.isEmpty()) {
                witness.adopted(intent, wanted.id() != null);
            }
            return refusal;
        });
    }

    @Override
    public void refuse(long id, String why, long nowMs) {
        port.step("refuse adoption", () -> {
            store.refuse(id, nowMs);
            return true;
        });
    }
}
