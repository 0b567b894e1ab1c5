package dev.sextant.simulation.lane;

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
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.AnswerLost;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.NotReached;
import dev.sextant.simulation.kernel.Sandbox;
import dev.sextant.simulation.spot.SpotExchange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The spot exchange as a sandbox reaches it, with a key's nonces in the order in which requests were made. */
final class SpotPort implements TradingVenue {

    private static final long TIMEOUT_MS = 4_000;

    private final Kernel kernel;
    private final Sandbox self;
    private final Faults faults;
    private final SpotExchange exchange;
    private final String key;
    private final Nonces nonces;

    SpotPort(Kernel kernel, Sandbox self, Faults faults, SpotExchange exchange, String key, Nonces nonces) {
        this.kernel = kernel;
        this.self = self;
        this.faults = faults;
        this.exchange = exchange;
        this.key = key;
        this.nonces = nonces;
    }

    @Override
    public Placement place(OrderRequest request, long signedAtMs) {
        long nonce = nonces.next();
        try {
            Placement answer = self.call(
                    faults::venue,
                    TIMEOUT_MS,
                    self.name() + " place",
                    () -> exchange.place(request, signedAtMs, key, nonce));
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

    /** What trades at once or not at all is never there to be cancelled. */
    @Override
    public Cancellation cancel(Symbol symbol, String clientOrderId, OrderType type) {
        return new Cancellation.NotOpen();
    }

    @Override
    public List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return read("open orders", () -> exchange.openOrders(symbol, exchange.momentOfRead()));
    }

    @Override
    public List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return read("fills", () -> exchange.fillsSince(symbol, sinceMs, exchange.momentOfRead()));
    }

    /** There are none on spot. */
    @Override
    public List<VenuePosition> positions() throws VenueUnavailableException {
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

    private <T> T read(String what, Supplier<T> effect) throws VenueUnavailableException {
        long nonce = nonces.next();
        Optional<T> answer =
                ask(what, () -> exchange.lets(key, nonce) ? Optional.of(effect.get()) : Optional.<T>empty());
        return answer.orElseThrow(() -> new VenueUnavailableException("the venue refuses"));
    }

    private <T> T ask(String what, Supplier<T> effect) throws VenueUnavailableException {
        try {
            return self.call(faults::venue, TIMEOUT_MS, self.name() + " " + what, effect);
        } catch (NotReached | AnswerLost e) {
            throw new VenueUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }
}
