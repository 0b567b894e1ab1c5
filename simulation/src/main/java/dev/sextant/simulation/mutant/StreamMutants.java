package dev.sextant.simulation.mutant;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.reconciler.PrivateStreams;
import dev.sextant.simulation.desk.Wiring;
import java.util.List;
import java.util.Optional;

/** What can be wrong with how the private stream is kept and believed. */
final class StreamMutants {

    private StreamMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("first-key-for-ever", new FirstKeyForEver()),
                Mutant.of("stream-instead-of-rest", new StreamInsteadOfRest()));
    }

    /** Keeps the key it got first, whatever the exchange says. */
    private static final class FirstKeyForEver implements Wiring {

        @Override
        public PrivateStreams streams(PrivateStreams plain) {
            return new PassedOn(plain) {
                @Override
                public void keep(Account account, String key, long validMs) {
                    String before = streams.keyState(account, 0).key();
                    streams.keep(account, before == null ? key : before, validMs);
                }

                @Override
                public void drop(Account account, String key) {
                    // It is still thought to be good.
                }
            };
        }
    }

    /** Nobody asks for orders that are open: the stream would have told. */
    private static final class StreamInsteadOfRest implements Wiring {

        @Override
        public OrderStore store(String function, OrderStore plain) {
            return new StoreMutant(plain) {
                @Override
                public List<StoredOrder> unfinished(Account account) {
                    return store.unfinished(account).stream()
                            .filter(order ->
                                    order.state() != OrderState.OPEN && order.state() != OrderState.PARTIALLY_FILLED)
                            .toList();
                }
            };
        }
    }

    /** Passes everything on; a mutant changes one step. */
    private static class PassedOn implements PrivateStreams {

        final PrivateStreams streams;

        PassedOn(PrivateStreams streams) {
            this.streams = streams;
        }

        @Override
        public void expect(Account account, long nowMs) {
            streams.expect(account, nowMs);
        }

        @Override
        public KeyState keyState(Account account, long nowMs) {
            return streams.keyState(account, nowMs);
        }

        @Override
        public void keep(Account account, String key, long validMs) {
            streams.keep(account, key, validMs);
        }

        @Override
        public void drop(Account account, String key) {
            streams.drop(account, key);
        }

        @Override
        public void alive(Account account, long atMs) {
            streams.alive(account, atMs);
        }

        @Override
        public Optional<StoredOrder> orderOf(
                Account account, Symbol symbol, String clientOrderId, String venueOrderId) {
            return streams.orderOf(account, symbol, clientOrderId, venueOrderId);
        }

        @Override
        public long bookedToMs(Account account, Symbol symbol) {
            return streams.bookedToMs(account, symbol);
        }
    }
}
