package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;

/**
 * An order that trades at once with what rests in a book, as far as a limit and the money reach, and leaves nothing
 * behind: immediate-or-cancel. Used where a recorded market stands in for the venue; the book is not changed.
 */
public final class TakerOrder {

    private final Leg leg;
    private final boolean buys;

    /**
     * What an order did.
     *
     * @param quantity in units of 10^−quantity precision of the market; 0 when nothing was traded
     * @param spent of the asset given, fee included, in units of its scale
     * @param received of the other asset, fee taken off, in units of its scale
     */
    public record Execution(long quantity, long spent, long received) {
        static final Execution NOTHING = new Execution(0, 0, 0);
    }

    /** Orders along an edge against a book. */
    public TakerOrder(CurrencyGraph graph, int edge, OrderBook book) {
        this.buys = CurrencyGraph.isBuy(edge);
        this.leg = new Leg(graph, edge, buys ? book.asks() : book.bids());
    }

    /** Whether the book holds enough for all of an amount, and the venue would take the order. */
    public boolean canTake(long amount) {
        long quantity = leg.most(amount);
        return quantity > 0 && leg.isEnough(quantity);
    }

    /**
     * The worst price that all an amount pays for would meet, on the tick, in units of 10^−price precision of the market; −1
     * when the book does not hold enough.
     */
    public long worstPrice(long amount) {
        return canTake(amount) ? leg.limit(leg.most(amount)) : -1;
    }

    /** An order for all that an amount of the asset given pays for, at any price. */
    public Execution atMarket(long amount) {
        return within(amount, Long.MAX_VALUE, buys ? Long.MAX_VALUE : 0);
    }

    /**
     * An order with a limit.
     *
     * @param amount the most to give of the asset given, fee included, in units of its scale
     * @param quantity the most to trade, in units of 10^−quantity precision of the market
     * @param limit the worst price, in units of 10^−price precision of the market
     */
    public Execution within(long amount, long quantity, long limit) {
        long paid = leg.most(amount);
        long most = Math.min(Math.min(quantity, leg.within(limit)), paid < 0 ? Long.MAX_VALUE : paid);
        if (!leg.isEnough(most)) {
            return Execution.NOTHING;
        }
        return new Execution(most, leg.spend(most), leg.receive(most));
    }
}
