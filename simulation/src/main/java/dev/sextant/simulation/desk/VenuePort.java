package dev.sextant.simulation.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.Sandbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The futures exchange as a sandbox reaches it. */
final class VenuePort extends ExchangePort {

    private final SimExchange exchange;

    VenuePort(Kernel kernel, Sandbox self, Faults faults, SimExchange exchange) {
        super(kernel, self, faults, exchange);
        this.exchange = exchange;
    }

    @Override
    protected BooleanSupplier admission() {
        return exchange::answers;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        return send(() -> exchange.place(request, signedAtMs));
    }

    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            return read("cancel", () -> exchange.cancel(clientOrderId));
        } catch (VenueUnavailableException e) {
            return new Cancellation.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
        Map<Symbol, BigDecimal> held = read("positions", () -> exchange.positions(exchange.momentOfRead()));
        return held.entrySet().stream()
                .map(entry -> new VenuePosition(entry.getKey(), entry.getValue(), BigDecimal.ZERO))
                .toList();
    }

    @Override
    public Map<String, BigDecimal> balances() throws VenueUnavailableException {
        return read("balances", Map::of);
    }

    /** Half the round trip off, at most. */
    @Override
    public long venueTimeMs() throws VenueUnavailableException {
        boolean wrong = faults.strikes(FaultClass.CLOCKS, 0.05);
        return read("time", kernel::nowMs) + (wrong ? kernel.between(-3_000, 3_000) : 0);
    }
}
