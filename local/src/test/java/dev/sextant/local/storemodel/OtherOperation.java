package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.reconciler.Adoptions;
import dev.sextant.reconciler.Stranger;
import java.util.Optional;

/** What becomes of orders that are not the desk's. The stores number demands by themselves, so a step names the order. */
sealed interface OtherOperation extends Operation {

    record Noted(Account account, VenueOrder order, Stranger kind) implements OtherOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.note(account, order, kind) ? "new" : "known");
        }
    }

    record AskAdoption(Account account, Symbol symbol, String venueOrderId, long nowMs) implements OtherOperation {

        @Override
        public Said on(Side side) {
            return Said.of(side.askAdoption(account, symbol, venueOrderId, nowMs));
        }
    }

    record Wanted(Account account) implements OtherOperation {

        @Override
        public Said on(Side side) {
            StringBuilder text = new StringBuilder();
            for (Adoptions.Wanted wanted : side.adoptions().wanted(account)) {
                text.append(wanted.id() == null ? "seen " : "asked ")
                        .append(wanted.symbol())
                        .append(' ')
                        .append(wanted.venueOrderId())
                        .append(' ')
                        .append(wanted.kind())
                        .append(' ')
                        .append(wanted.askedBy())
                        .append(' ')
                        .append(wanted.reason())
                        .append(' ')
                        .append(wanted.whole())
                        .append("; ");
            }
            return new Said(text.isEmpty() ? "none" : "some", text.toString());
        }
    }

    record Adopt(Account account, String venueOrderId, OrderIntent intent, OrderReport report)
            implements OtherOperation {

        @Override
        public Said on(Side side) {
            Optional<Adoptions.Wanted> wanted =
                    find(side.adoptions(), account, intent.request().symbol(), venueOrderId);
            if (wanted.isEmpty()) {
                return Said.of("not wanted");
            }
            String answer = side.adoptions()
                    .book(wanted.get(), intent, report)
                    .map(OtherOperation::withoutNumbers)
                    .orElse("adopted");
            return Said.of(answer);
        }
    }

    record RefuseAdoption(Account account, Symbol symbol, String venueOrderId, long nowMs) implements OtherOperation {

        @Override
        public Said on(Side side) {
            Adoptions adoptions = side.adoptions();
            Optional<Adoptions.Wanted> wanted = find(adoptions, account, symbol, venueOrderId);
            Long id = wanted.map(Adoptions.Wanted::id).orElse(null);
            if (id == null) {
                return Said.of("nobody asked");
            }
            adoptions.refuse(id, "test", nowMs);
            return Said.of("refused");
        }
    }

    private static Optional<Adoptions.Wanted> find(
            Adoptions adoptions, Account account, Symbol symbol, String venueOrderId) {
        return adoptions.wanted(account).stream()
                .filter(wanted ->
                        wanted.symbol().equals(symbol) && wanted.venueOrderId().equals(venueOrderId))
                .findFirst();
    }

    /** Of several executions that are booked already either store names any. */
    private static String withoutNumbers(String refusal) {
        return refusal.replaceAll(" [^ ]*[0-9][^ ]*", "");
    }
}
