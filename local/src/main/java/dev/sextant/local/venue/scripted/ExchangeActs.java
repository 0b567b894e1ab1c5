package dev.sextant.local.venue.scripted;

import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.ForcedOrders;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.Side;
import java.util.concurrent.CompletableFuture;

/** What an exchange does to an account of its own accord. */
public final class ExchangeActs {

    private final VenueCore core;
    private int forced;

    ExchangeActs(VenueCore core) {
        this.core = core;
    }

    /** Closes the whole position at market with an order {@code autoclose-…}. */
    public void liquidate(Symbol symbol) {
        long positionE8 = position(symbol);
        close(symbol, positionE8, Math.abs(positionE8), ForcedOrders.LIQUIDATION + ++forced);
    }

    /** Takes a part of the position away with an order {@code adl_autoclose}. */
    public void deleverage(Symbol symbol, long qtyE8) {
        close(symbol, position(symbol), qtyE8, ForcedOrders.DELEVERAGING);
    }

    /** Pays funding into the wallet, or out of it when negative. */
    public void payFunding(Symbol symbol, long amountE8) {
        done(core.send(new VenueCommand.PayFunding(symbol, amountE8)));
    }

    /** Publishes other filters for a symbol. */
    public void relist(Instrument instrument) {
        done(core.send(new VenueCommand.Relist(instrument)));
    }

    private long position(Symbol symbol) {
        return core.query(state -> state.position(symbol).qtyE8());
    }

    private void close(Symbol symbol, long positionE8, long qtyE8, String clientOrderId) {
        if (positionE8 == 0) {
            throw new IllegalStateException("there is no position in " + symbol + " to be closed");
        }
        Side side = positionE8 > 0 ? Side.SELL : Side.BUY;
        done(core.send(new VenueCommand.Place(
                NewOrder.market(symbol, side, qtyE8, clientOrderId).asReduceOnly())));
    }

    /** The clock stands, so the answer is there already. */
    private static void done(CompletableFuture<?> answer) {
        answer.join();
    }
}
