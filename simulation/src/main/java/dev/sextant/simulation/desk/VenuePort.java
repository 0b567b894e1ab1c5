package dev.sextant.simulation.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderRequest;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.AnswerLost;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.NotReached;
import dev.sextant.simulation.kernel.Sandbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The exchange as a sandbox reaches it, with the meanings the real adapter gives to answers that do not come. */
final class VenuePort implements TradingVenue {

    private static final long TIMEOUT_MS = 4_000;

    private final Kernel kernel;
    private final Sandbox self;
    private final Faults faults;
    private final SimExchange exchange;

    VenuePort(Kernel kernel, Sandbox self, Faults faults, SimExchange exchange) {
        this.kernel = kernel;
        this.self = self;
        this.faults = faults;
        this.exchange = exchange;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        try {
            Placement answer = self.call(
                    faults::venue, TIMEOUT_MS, self.name() + " place", () -> exchange.place(request, signedAtMs));
            if (faults.strikes(FaultClass.DEATHS, 0.05)) {
                // With the answer in its hands, before anybody else knows of it.
                kernel.after(0, self::kill);
                self.sleep(1);
            }
            return answer;
        } catch (NotReached e) {
            return new Placement.Rejected("not_sent", "nothing was sent", true, false);
        } catch (AnswerLost e) {
            return new Placement.Unknown("no answer in time");
        }
    }

    @Override
    public Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            Optional<VenueOrder> found = read("find", () -> exchange.find(clientOrderId, exchange.momentOfRead()));
            return found.<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotFound::new);
        } catch (VenueUnavailableException e) {
            return new Lookup.Unknown(String.valueOf(e.getMessage()));
        }
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
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return read("open orders", () -> exchange.openOrders(symbol, exchange.momentOfRead()));
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return read("fills", () -> exchange.fillsSince(symbol, sinceMs, exchange.momentOfRead()));
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

    <T> T read(String what, Supplier<T> effect) throws VenueUnavailableException {
        try {
            T answer = self.call(
                    faults::venue,
                    TIMEOUT_MS,
                    self.name() + " " + what,
                    () -> exchange.answers() ? effect.get() : null);
            if (answer == null) {
                throw new VenueUnavailableException("the venue refuses");
            }
            return answer;
        } catch (NotReached | AnswerLost e) {
            throw new VenueUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }
}
