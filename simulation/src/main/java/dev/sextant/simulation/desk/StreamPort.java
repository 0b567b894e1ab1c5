package dev.sextant.simulation.desk;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.reconciler.PrivateStreams;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.Listening;
import java.util.Optional;

/** What the reconciler keeps of the private stream, as a sandbox reaches it. */
final class StreamPort implements PrivateStreams {

    private final Kernel kernel;
    private final StorePort port;
    private final Listening store;
    private final Witness witness;

    StreamPort(Kernel kernel, StorePort port, Listening store, Witness witness) {
        this.kernel = kernel;
        this.port = port;
        this.store = store;
        this.witness = witness;
    }

    @Override
    public void expect(Account account, long nowMs) {
        port.step("expect stream", () -> {
            boolean fresh = store.expect(nowMs);
            if (fresh) {
                witness.streamExpected(nowMs);
            }
            return fresh;
        });
    }

    @Override
    public KeyState keyState(Account account, long nowMs) {
        return port.step("key state", () -> store.keyState(nowMs, kernel.nowMs()));
    }

    @Override
    public void keep(Account account, String key, long validMs) {
        port.step("keep key", () -> {
            store.keep(key, validMs, kernel.nowMs());
            witness.keyKept(key);
            return true;
        });
    }

    @Override
    public void drop(Account account, String key) {
        port.step("drop key", () -> {
            store.drop(key);
            return true;
        });
    }

    @Override
    public void alive(Account account, long atMs) {
        port.step("stream alive", () -> {
            store.alive(atMs);
            return true;
        });
    }

    @Override
    public Optional<StoredOrder> orderOf(Account account, Symbol symbol, String clientOrderId, String venueOrderId) {
        return port.step("order of", () -> store.orderOf(symbol, clientOrderId, venueOrderId));
    }

    @Override
    public long bookedToMs(Account account, Symbol symbol) {
        return port.step("booked to", () -> store.bookedToMs(symbol));
    }
}
