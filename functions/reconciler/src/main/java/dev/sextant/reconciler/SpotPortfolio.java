package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The desk's side of a spot account: what it has of each asset is a position of that name. */
final class SpotPortfolio implements Portfolio {

    private final SqlClient sql;
    private final SqlPortfolio inner;

    SpotPortfolio(SqlClient sql, String component) {
        this.sql = sql;
        this.inner = new SqlPortfolio(sql, component);
    }

    @Override
    public Map<Symbol, BigDecimal> positions(Account account) {
        Map<Symbol, BigDecimal> balances = new TreeMap<>();
        sql.query(Sql.of("select asset, amount from portfolio.balances where account = :account and amount <> 0")
                        .with("account", account.name()))
                .forEach(row -> balances.put(new Symbol(row.text("asset")), row.decimal("amount")));
        return balances;
    }

    /** Only those with an order under way: each question about open orders counts against the venue's limit. */
    @Override
    public Set<Symbol> symbols(Account account) {
        return Set.of();
    }

    @Override
    public Optional<OrderState> stateOf(Account account, VenueOrder order) {
        return inner.stateOf(account, order);
    }

    @Override
    public boolean noteStranger(Account account, VenueOrder order, Stranger kind) {
        return inner.noteStranger(account, order, kind);
    }

    @Override
    public void block(Symbol symbol, String reason) {
        inner.block(symbol, reason);
    }

    @Override
    public void publish(Account account, Findings findings, long nowMs) {
        inner.publish(account, findings, nowMs);
    }
}
