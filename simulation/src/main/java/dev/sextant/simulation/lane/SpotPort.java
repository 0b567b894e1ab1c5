package dev.sextant.simulation.lane;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.simulation.desk.ExchangePort;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import dev.sextant.simulation.spot.SpotExchange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The spot exchange as a sandbox reaches it, with a key's nonces in the order in which requests were made. */
final class SpotPort extends ExchangePort {

    private final SpotExchange exchange;
    private final String key;
    private final Nonces nonces;

    SpotPort(Kernel kernel, Sandbox self, Faults faults, SpotExchange exchange, String key, Nonces nonces) {
        super(kernel, self, faults, exchange);
        this.exchange = exchange;
        this.key = key;
        this.nonces = nonces;
    }

    @Override
    protected BooleanSupplier admission() {
        long nonce = nonces.next();
        return () -> exchange.lets(key, nonce);
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        long nonce = nonces.next();
        return send(() -> exchange.place(request, signedAtMs, key, nonce));
    }

    /** What trades at once or not at all is never there to be cancelled. */
    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        return new Cancellation.NotOpen();
    }

    /** There are none on spot. */
    @Override
    public List<VenuePosition> positions() {
        return List.of();
    }

    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return read("balances", () -> Map.copyOf(exchange.balances()));
    }

    /** A public question. Half the round trip off, at most. */
    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        boolean wrong = faults.strikes(FaultClass.CLOCKS, 0.03);
        return ask("time", kernel::nowMs) + (wrong ? kernel.between(-3_000, 3_000) : 0);
    }
}
