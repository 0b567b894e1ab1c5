package dev.sextant.simulation.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.OrderType;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.simulation.exchange.OrderReads;
import dev.sextant.simulation.fault.FaultClass;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.AnswerLost;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.kernel.NotReached;
import dev.sextant.simulation.kernel.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** An exchange as a sandbox reaches it, with the meanings the real adapter gives to answers that do not come. */
public abstract class ExchangePort implements TradingVenue {

    private static final long TIMEOUT_MS = 4_000;

    protected final Kernel kernel;
    protected final Faults faults;
    private final Sandbox self;
    private final OrderReads orders;

    protected ExchangePort(Kernel kernel, Sandbox self, Faults faults, OrderReads orders) {
        this.kernel = kernel;
        this.self = self;
        this.faults = faults;
        this.orders = orders;
    }

    /** Of a private read that is made now: whether it is let in when it arrives. */
    protected abstract BooleanSupplier admission();

    /** Sends an order, once. */
    protected final Placement send(Supplier<Placement> effect) {
        try {
            Placement answer = self.call(faults::venue, TIMEOUT_MS, self.name() + " place", effect);
            if (faults.strikes(FaultClass.DEATHS, 0.05)) {
                // With the answer in its hands, before anybody else knows of it.
                kernel.after(0, self::kill);
                self.sleep(1);
            }
            return answer;
        } catch (NotReached e) {
            return new Placement.Rejected("NOT_SENT", "nothing was sent", true, false);
        } catch (AnswerLost e) {
            return new Placement.Unknown("no answer in time");
        }
    }

    @Override
    public final Lookup find(Symbol symbol, String clientOrderId, OrderType type) {
        try {
            Optional<VenueOrder> found = read("find", () -> orders.find(clientOrderId, orders.momentOfRead()));
            return found.<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotFound::new);
        } catch (VenueUnavailableException e) {
            return new Lookup.Unknown(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public final List<VenueOrder> openOrders(Symbol symbol) throws VenueUnavailableException {
        return read("open orders", () -> orders.openOrders(symbol, orders.momentOfRead()));
    }

    @Override
    public final List<Fill> fillsSince(Symbol symbol, long sinceMs) throws VenueUnavailableException {
        return read("fills", () -> orders.fillsSince(symbol, sinceMs, orders.momentOfRead()));
    }

    /** A private question. */
    protected final <T> T read(String what, Supplier<T> effect) throws VenueUnavailableException {
        BooleanSupplier admission = admission();
        Optional<T> answer =
                ask(what, () -> admission.getAsBoolean() ? Optional.of(effect.get()) : Optional.<T>empty());
        return answer.orElseThrow(() -> new VenueUnavailableException("the venue refuses"));
    }

    /** A public question. */
    protected final <T> T ask(String what, Supplier<T> effect) throws VenueUnavailableException {
        try {
            return self.call(faults::venue, TIMEOUT_MS, self.name() + " " + what, effect);
        } catch (NotReached | AnswerLost e) {
            throw new VenueUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }
}
