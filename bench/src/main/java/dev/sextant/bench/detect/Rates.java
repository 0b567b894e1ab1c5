package dev.sextant.bench.detect;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;

/** Books for those who look at the best prices only, kept in the fastest way at hand, and −log of each edge's rate. */
final class Rates {

    private final Updates updates;
    private final OrderBook[] books;
    private final double[] priceUnits;
    private final double[] kept;

    Rates(MadeUpVenue venue, Updates updates) {
        this.updates = updates;
        books = new OrderBook[venue.graph.marketCount()];
        priceUnits = new double[books.length];
        kept = new double[books.length];
        for (int market = 0; market < books.length; market++) {
            books[market] = new OrderBook(Updates.DEPTH);
            priceUnits[market] = Math.pow(10, venue.graph.market(market).pricePrecision());
            kept[market] = 1 - venue.graph.market(market).feePpm() / 1e6;
        }
    }

    /** Applies a message and returns its market. */
    int apply(int u) {
        int market = updates.markets[u];
        updates.apply(u, books[market]);
        return market;
    }

    void clear() {
        for (OrderBook book : books) {
            book.clear();
        }
    }

    /** What an edge costs: a cycle whose costs add up to less than 0 earns something. */
    double cost(int edge) {
        int market = CurrencyGraph.marketOf(edge);
        double rate = CurrencyGraph.isBuy(edge)
                ? priceUnits[market] / books[market].asks().price(0)
                : books[market].bids().price(0) / priceUnits[market];
        return -Math.log(rate * kept[market]);
    }
}
