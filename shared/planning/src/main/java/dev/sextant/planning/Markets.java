package dev.sextant.planning;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.TakerOrder;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.plan.PairTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The watched pairs in the words of the order path, with their books. Belongs to the thread of the books. */
public record Markets(CurrencyGraph graph, CycleDetector detector) {

    /** No venue tells a greatest quantity of these pairs; orders this large are absurd. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    PairTerms terms(int market) {
        MarketRules rules = graph.market(market);
        return new PairTerms(
                new Symbol(rules.symbol()),
                rules.base(),
                rules.quote(),
                BigDecimal.valueOf(rules.tick(), rules.pricePrecision()),
                BigDecimal.valueOf(rules.lot(), rules.quantityPrecision()),
                BigDecimal.valueOf(rules.minQuantity(), rules.quantityPrecision()),
                BigDecimal.valueOf(rules.minCost(), rules.costPrecision()),
                BigDecimal.valueOf(rules.feePpm(), 6));
    }

    static Side side(int edge) {
        return CurrencyGraph.isBuy(edge) ? Side.BUY : Side.SELL;
    }

    Price price(int edge, long units) {
        return new Price(BigDecimal.valueOf(
                units, graph.market(CurrencyGraph.marketOf(edge)).pricePrecision()));
    }

    BigDecimal amount(int asset, long units) {
        return BigDecimal.valueOf(units, graph.scale(asset));
    }

    /** The worst price that an amount of the edge's asset would meet now; empty when the book is closed or holds too little. */
    Optional<Price> worst(int edge, long amount) {
        int market = CurrencyGraph.marketOf(edge);
        if (!detector.isOpen(market)) {
            return Optional.empty();
        }
        long units = new TakerOrder(graph, edge, detector.book(market)).worstPrice(amount);
        return units <= 0 ? Optional.empty() : Optional.of(price(edge, units));
    }

    /** The same, of an order. */
    public Optional<Price> worst(PairTerms terms, Side side, BigDecimal quantity) {
        int market = graph.marketId(terms.pair().name());
        if (market < 0) {
            return Optional.empty();
        }
        int edge = side == Side.BUY ? CurrencyGraph.buy(market) : CurrencyGraph.sell(market);
        BigDecimal given = side == Side.SELL ? quantity : cost(market, quantity, terms);
        BigDecimal units = given.movePointRight(graph.scale(graph.from(edge))).setScale(0, RoundingMode.DOWN);
        return units.precision() > 18 ? Optional.empty() : worst(edge, units.longValueExact());
    }

    private BigDecimal cost(int market, BigDecimal quantity, PairTerms terms) {
        BigDecimal best = detector.book(market).asks().size() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(
                        detector.book(market).asks().price(0),
                        graph.market(market).pricePrecision());
        return quantity.multiply(best).multiply(BigDecimal.ONE.add(terms.feeRate()));
    }

    /** The best price that an edge would meet now; empty when the book is closed or that side is empty. */
    Optional<Price> best(int edge) {
        int market = CurrencyGraph.marketOf(edge);
        if (!detector.isOpen(market)) {
            return Optional.empty();
        }
        OrderBook book = detector.book(market);
        BookSide side = CurrencyGraph.isBuy(edge) ? book.asks() : book.bids();
        return side.size() == 0 ? Optional.empty() : Optional.of(price(edge, side.price(0)));
    }

    /** What one of an asset fetches in another at the best price; empty when nobody says. */
    Optional<BigDecimal> value(int asset, int into) {
        if (asset == into) {
            return Optional.of(BigDecimal.ONE);
        }
        int edge = graph.edge(asset, into);
        if (edge < 0 || CurrencyGraph.isBuy(edge) || !detector.isOpen(CurrencyGraph.marketOf(edge))) {
            return Optional.empty();
        }
        int market = CurrencyGraph.marketOf(edge);
        return detector.book(market).bids().size() == 0
                ? Optional.empty()
                : Optional.of(price(edge, detector.book(market).bids().price(0)).value());
    }

    /** The pairs' names, by market. */
    public List<Symbol> symbols() {
        return IntStream.range(0, graph.marketCount())
                .mapToObj(market -> new Symbol(graph.market(market).symbol()))
                .toList();
    }

    /** The pairs as the order path knows instruments. */
    public List<Instrument> instruments() {
        return IntStream.range(0, graph.marketCount())
                .mapToObj(this::terms)
                .map(terms -> new Instrument(
                        terms.pair(),
                        terms.base(),
                        terms.quote(),
                        true,
                        terms.tick(),
                        terms.step(),
                        terms.minQuantity(),
                        MOST,
                        terms.minCost()))
                .toList();
    }
}
