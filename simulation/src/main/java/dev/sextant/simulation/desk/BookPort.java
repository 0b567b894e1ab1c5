package dev.sextant.simulation.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.platform.portfolio.BookedFill;
import dev.sextant.platform.portfolio.BookedPosition;
import dev.sextant.reconciler.Books;
import dev.sextant.reconciler.Findings;
import dev.sextant.reconciler.Portfolio;
import dev.sextant.reconciler.Stranger;
import dev.sextant.simulation.store.ModelStore;
import dev.sextant.simulation.store.Pass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reconciler's side of the store. */
public final class BookPort implements Portfolio, Books {

    private static final String VENUE = "BINANCE";

    private final StorePort port;
    private final ModelStore store;
    private final Consumer<Findings> findings;

    public BookPort(StorePort port, ModelStore store, Consumer<Findings> findings) {
        this.port = port;
        this.store = store;
        this.findings = findings;
    }

    @Override
    public Map<Symbol, BigDecimal> positions(Account account) {
        return port.step("positions", store::positions);
    }

    @Override
    public Set<Symbol> symbols(Account account) {
        return port.step("symbols", store::symbols);
    }

    @Override
    public Optional<OrderState> stateOf(Account account, VenueOrder order) {
        return port.step(
                "state of", () -> store.byClientId(order.clientOrderId()).map(StoredOrder::state));
    }

    @Override
    public boolean noteStranger(Account account, VenueOrder order, Stranger kind) {
        return port.step(
                "note stranger", () -> store.adopting().note(order, kind.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    public void block(Symbol symbol, String reason) {
        port.step("block", () -> {
            store.surroundings().block(symbol, reason);
            return true;
        });
    }

    @Override
    public void publish(Account account, Findings found, long nowMs) {
        port.step("publish findings", () -> {
            store.surroundings()
                    .reconciled(new Pass(found.clean(), found.unreadable().isEmpty(), different(found), nowMs));
            findings.accept(found);
            return true;
        });
    }

    private static Set<Symbol> different(Findings found) {
        return Stream.concat(
                        found.mismatches().stream().map(Findings.Mismatch::symbol),
                        found.bookErrors().stream().map(Findings.BookError::symbol))
                .collect(Collectors.toSet());
    }

    /** Compared from the first fill on each time; the real reconciler remembers how far it came. */
    @Override
    public List<Entry> entries(Account account) {
        String currency = store.account().currency();
        return port.step(
                "book entries",
                () -> store.bookedPositions().entrySet().stream()
                        .map(entry -> new Entry(
                                new BookedPosition(account, VENUE, entry.getKey(), currency, entry.getValue()),
                                Position.FLAT,
                                0))
                        .toList());
    }

    @Override
    public List<BookedFill> fills(Entry entry, long afterOrdinal, int limit) {
        return port.step("booked fills", () -> {
            List<BookedFill> page = new ArrayList<>();
            List<Fill> booked = store.bookedFills();
            for (int i = (int) afterOrdinal; i < booked.size() && page.size() < limit; i++) {
                if (booked.get(i).symbol().equals(entry.booked().symbol())) {
                    page.add(new BookedFill(i + 1, "", booked.get(i)));
                }
            }
            return page;
        });
    }

    @Override
    public void agreed(Entry entry, long lastOrdinal) {
        port.step("agreed", () -> true);
    }
}
