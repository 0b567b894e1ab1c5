package dev.sextant.local.venue.scripted;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.local.venue.wire.ForcedOrders;
import dev.sextant.venues.sim.Outcome;
import dev.sextant.venues.sim.Refusal;
import dev.sextant.venues.sim.VenueCommand;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.order.NewOrder;
import dev.sextant.venues.sim.order.Side;
import java.util.concurrent.CompletableFuture;

/** What happens to an account at the exchange without an order of its own. */
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

    /**
     * The account's owner moves money into it.
     *
     * @param amountE8 above 0
     */
    public void deposit(long amountE8) {
        transfer("deposit", amountE8, amountE8);
    }

    /**
     * The account's owner takes money out of it.
     *
     * @param amountE8 above 0
     * @throws IllegalStateException when that is more than may leave
     */
    public void withdraw(long amountE8) {
        transfer("withdrawal", amountE8, -amountE8);
    }

    private void transfer(String what, long amountE8, long movedE8) {
        if (amountE8 <= 0) {
            throw new IllegalArgumentException(what + " is " + E8.print(amountE8) + ", expected an amount above 0");
        }
        Outcome<Long> outcome = core.send(new VenueCommand.Transfer(movedE8)).join();
        if (outcome instanceof Outcome.Refused<Long>(Refusal refusal)) {
            throw new IllegalStateException(what + " of " + E8.print(amountE8) + " is refused: " + refusal.code() + " "
                    + refusal.text() + " At most "
                    + E8.print(core.query(VenueQueries::withdrawableE8)) + " may leave.");
        }
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
