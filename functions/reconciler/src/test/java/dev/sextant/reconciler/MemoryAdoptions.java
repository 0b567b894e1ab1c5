package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the test wants adopted, and what became of it in words. */
final class MemoryAdoptions implements Adoptions {

    final List<Wanted> wanted = new ArrayList<>();
    final List<String> log = new ArrayList<>();

    @Nullable
    String storeRefuses;

    @Override
    public List<Wanted> wanted(Account account) {
        return List.copyOf(wanted);
    }

    @Override
    public Optional<String> book(Wanted one, OrderIntent intent, OrderReport report) {
        if (storeRefuses == null) {
            log.add(intent.purpose() + " " + intent.request().side() + " "
                    + intent.request().quantity() + " because of " + intent.cause() + ", executions "
                    + report.fills().stream().map(Fill::tradeId).toList());
        }
        return Optional.ofNullable(storeRefuses);
    }

    @Override
    public void refuse(long id, String why, long nowMs) {
        log.add("refused " + id + ": " + why);
    }
}
