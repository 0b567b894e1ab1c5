package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.simulation.store.ModelStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adoptions in the models, of which each numbers its own demands: a number belongs to the account that was asked last. */
final class ModelAdoptions implements Adoptions {

    /** Of every adoption's claim, for the comparison. */
    static final String TOKEN = "adopter";

    private final Function<Account, ModelStore> stores;
    private @Nullable Account last;

    ModelAdoptions(Function<Account, ModelStore> stores) {
        this.stores = stores;
    }

    @Override
    public List<Wanted> wanted(Account account) {
        last = account;
        return stores.apply(account).adopting().wanted();
    }

    @Override
    public Optional<String> book(Wanted wanted, OrderIntent intent, OrderReport report) {
        return stores.apply(intent.account()).adopting().book(wanted, intent, TOKEN, report);
    }

    @Override
    public void refuse(long id, String why, long nowMs) {
        Account asked = last;
        if (asked == null) {
            throw new IllegalStateException("nobody was asked what is wanted");
        }
        stores.apply(asked).adopting().refuse(id, nowMs);
    }
}
