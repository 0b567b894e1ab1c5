package dev.sextant.local.storemodel;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Claim;
import dev.sextant.domain.order.ClaimRequest;
import dev.sextant.domain.order.IntentId;
import dev.sextant.domain.order.OrderIntent;
import dev.sextant.domain.order.OrderReport;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.Reported;
import dev.sextant.domain.order.Reservation;
import dev.sextant.domain.order.StoreException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What risk-check, order-placer and reconciler ask of the order store. */
sealed interface OrderOperation extends Operation {

    Account account();

    Said at(OrderStore store);

    @Override
    default Said on(Side side) {
        try {
            return at(side.orders(account()));
        } catch (StoreException e) {
            String why = String.valueOf(e.getMessage());
            boolean collided = why.contains("SQLState: 40");
            return new Said("failed", collided || e.mayHaveHappened() ? why : "refused");
        }
    }

    record Reserve(Account account, OrderIntent intent, long nowMs) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            Reservation answer = store.reserve(intent, "test", nowMs);
            return switch (answer) {
                case Reservation.Approved _ -> new Said("approved", answer.toString());
                case Reservation.Exists _ -> new Said("exists", answer.toString());
                case Reservation.Refused refused ->
                    new Said("refused, " + refused.code(), refused.id() + " " + inOrder(refused.reason()));
            };
        }

        /** Two owners since the same millisecond are named in any order. */
        private static String inOrder(String reason) {
            return Arrays.stream(reason.split(" (?:and|taken by the) ", -1))
                    .sorted()
                    .collect(Collectors.joining(" and "));
        }
    }

    record MayBeSent(Account account, ClaimRequest request) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            Claim answer = store.claim(request);
            return switch (answer) {
                case Claim.Granted _ -> new Said("granted", answer.toString());
                case Claim.Denied denied -> new Said("denied, " + denied.code(), answer.toString());
            };
        }
    }

    record Report(Account account, OrderReport report) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            Reported answer = store.report(report);
            String kind =
                    !answer.changed() ? "nothing new" : answer.tradeClosed() ? "trade closed" : "" + answer.state();
            return new Said(kind, answer.toString());
        }
    }

    record Cancel(Account account, IntentId id, long nowMs) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            return Said.of(store.requestCancel(id, "test", "why not", nowMs) ? "latched" : "over");
        }
    }

    record NotFound(Account account, IntentId id) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            try {
                return new Said("counted", "" + store.countNotFound(id));
            } catch (IllegalStateException e) {
                throw new StoreException("no such intent", false, e);
            }
        }
    }

    record Sweep(Account account, long olderThanMs) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            return listed(store.lingeringApprovals(account, olderThanMs));
        }
    }

    record Unfinished(Account account) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            return listed(store.unfinished(account));
        }
    }

    record OpenTrades(Account account) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            return listed(store.openTrades(account));
        }
    }

    record CancelsEntries(Account account) implements OrderOperation {

        @Override
        public Said at(OrderStore store) {
            return Said.of(store.cancelsEntries(account) ? "yes" : "no");
        }
    }

    private static Said listed(List<?> found) {
        return new Said(found.isEmpty() ? "none" : "some", found.toString());
    }
}
