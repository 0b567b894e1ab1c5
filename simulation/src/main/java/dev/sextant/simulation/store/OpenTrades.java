package dev.sextant.simulation.store;

import dev.sextant.domain.money.E8;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.OpenTrade;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.Purpose;
import dev.sextant.domain.order.StoredOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Trades that hold something, with their orders, as whoever keeps positions reads them. */
final class OpenTrades {

    private static final int CLOSES_SHOWN = 5;

    private final Tables tables;
    private final Set<Defect> defects;

    OpenTrades(Tables tables, Set<Defect> defects) {
        this.tables = tables;
        this.defects = defects;
    }

    List<OpenTrade> list() {
        if (defects.contains(Defect.OPEN_TRADES_FORGOTTEN)) {
            return List.of();
        }
        return tables.openTrades.values().stream()
                .filter(trade -> trade.opened.signum() > 0)
                .sorted(Comparator.<TradeRow>comparingLong(trade -> trade.openedAtMs)
                        .thenComparing(trade -> trade.id))
                .map(this::openTrade)
                .toList();
    }

    private OpenTrade openTrade(TradeRow trade) {
        return new OpenTrade(
                trade.id,
                trade.account,
                trade.symbol,
                trade.plan,
                new Quantity(trade.opened),
                // one spelling per value, as the database has it
                new BigDecimal(E8.printDecimal(trade.openedQuote)),
                new Quantity(trade.closed),
                trade.takeProfit1Hit,
                trade.lastEntryFillId(),
                trade.firstFillAtMs,
                trade.protectedAtMs,
                tables.account.closeDemand(),
                ordersOf(trade));
    }

    /** Of closes that failed the newest few. */
    private List<StoredOrder> ordersOf(TradeRow trade) {
        List<OrderRow> rows = tables.ordersOf(trade.id);
        List<OrderRow> closes = rows.stream()
                .filter(row -> row.intent.purpose() == Purpose.CLOSE)
                .toList();
        Collection<OrderRow> newest = closes.subList(Math.max(0, closes.size() - CLOSES_SHOWN), closes.size());
        List<StoredOrder> shown = new ArrayList<>();
        for (OrderRow row : rows) {
            boolean resting = row.state == OrderState.OPEN || row.state == OrderState.PARTIALLY_FILLED;
            if (row.intent.purpose() != Purpose.CLOSE || resting || newest.contains(row)) {
                shown.add(defects.contains(Defect.STOP_ASSUMED) ? assumed(row) : row.stored());
            }
        }
        return shown;
    }

    private static StoredOrder assumed(OrderRow row) {
        boolean waits = row.intent.purpose() == Purpose.STOP && !row.state.isFinal();
        OrderState state = row.state;
        int checks = row.notFoundChecks;
        row.state = waits ? OrderState.OPEN : state;
        row.notFoundChecks = waits ? 0 : checks;
        StoredOrder seen = row.stored();
        row.state = state;
        row.notFoundChecks = checks;
        return seen;
    }
}
