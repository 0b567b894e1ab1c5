package dev.sextant.local.venue.capture;

import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what a capture has of one symbol. */
final class TapeBuilder {

    private final Symbol symbol;
    private final List<RawTrade> trades = new ArrayList<>();
    private final List<TimedAggTrade> aggregates = new ArrayList<>();
    private final List<TopOfBook> tops = new ArrayList<>();
    private final List<DepthDiff> diffs = new ArrayList<>();
    private @Nullable BookSnapshot snapshot;
    private int priceDecimals;
    private int quantityDecimals;

    TapeBuilder(Symbol symbol) {
        this.symbol = symbol;
    }

    void add(RawTrade trade) {
        trades.add(trade);
        saw(trade.priceE8(), trade.qtyE8());
    }

    void add(TimedAggTrade aggregate) {
        aggregates.add(aggregate);
        saw(aggregate.trade().priceE8(), aggregate.trade().qtyE8());
    }

    void add(TopOfBook top) {
        tops.add(top);
        saw(top.bidPriceE8(), top.bidQtyE8());
        saw(top.askPriceE8(), top.askQtyE8());
    }

    void add(DepthDiff diff) {
        diffs.add(diff);
    }

    /** Keeps the first snapshot; the later ones say nothing that the diffs don't. */
    void add(BookSnapshot book) {
        if (snapshot == null) {
            snapshot = book;
        }
    }

    private void saw(long priceE8, long qtyE8) {
        priceDecimals = Math.max(priceDecimals, decimals(priceE8));
        quantityDecimals = Math.max(quantityDecimals, decimals(qtyE8));
    }

    private static int decimals(long valueE8) {
        int decimals = 8;
        long value = valueE8;
        while (decimals > 0 && value % 10 == 0) {
            value /= 10;
            decimals--;
        }
        return decimals;
    }

    SymbolTape build() {
        trades.sort(Comparator.comparingLong(RawTrade::eventTimeMs));
        tops.sort(Comparator.comparingLong(TopOfBook::eventTimeMs));
        diffs.sort(Comparator.comparingLong(DepthDiff::eventTimeMs));
        aggregates.sort(Comparator.comparingLong(TimedAggTrade::eventTimeMs));
        List<TimedAggTrade> aggTrades = trades.isEmpty() ? aggregates : AggTradeRuns.of(trades);
        // Runs come in order of event time, unless the capture has trades that are later than their own messages.
        aggTrades.sort(Comparator.comparingLong(TimedAggTrade::eventTimeMs));
        return new SymbolTape(
                symbol, trades, List.copyOf(aggTrades), tops, diffs, snapshot, priceDecimals, quantityDecimals);
    }
}
