package dev.sextant.simulation.store;

import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.risk.R;
import java.math.BigDecimal;
import java.util.Set;

/** {@code execution.settle_trade}. */
final class Settling {

    private final Tables tables;
    private final Set<Defect> defects;

    Settling(Tables tables, Set<Defect> defects) {
        this.tables = tables;
        this.defects = defects;
    }

    /** Closes a round trip whose quantity is out and whose entry is final. */
    boolean settle(String tradeId, long atMs) {
        TradeRow trade = tables.openTrades.get(tradeId);
        if (trade == null || trade.closed.compareTo(trade.opened) < 0 || entryIsOpen(tradeId)) {
            return false;
        }
        BigDecimal net = trade.net();
        R result = R.ofTrade(net, trade.plan.stopDistance(), new Quantity(trade.opened));
        trade.closedAtMs = atMs;
        trade.pnl = net;
        trade.pnlR = result.value();
        tables.openTrades.remove(tradeId);
        if (!defects.contains(Defect.LOSSES_NOT_COUNTED)) {
            int times = defects.contains(Defect.LOSSES_COUNTED_TWICE) ? 2 : 1;
            for (int i = 0; i < times; i++) {
                tables.account.count(net, result, atMs);
            }
        }
        return true;
    }

    private boolean entryIsOpen(String tradeId) {
        return tables.ordersOf(tradeId).stream().anyMatch(row -> row.isEntry() && !row.state.isFinal());
    }
}
