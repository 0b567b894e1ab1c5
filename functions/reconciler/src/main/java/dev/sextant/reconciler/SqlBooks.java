package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.platform.portfolio.BookedFill;
import dev.sextant.platform.portfolio.BookedPosition;
import dev.sextant.platform.portfolio.SqlFills;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;

/** {@link Books} in Postgres. */
public final class SqlBooks implements Books {

    private final SqlClient sql;
    private final SqlFills fills;

    public SqlBooks(SqlClient sql) {
        this.sql = sql;
        this.fills = new SqlFills(sql);
    }

    @Override
    public List<Entry> entries(Account account) {
        return sql.query(Sql.of("""
                        select p.venue, p.symbol, a.currency, p.qty, p.cost, p.realised_pnl, p.fees, p.fills,
                               coalesce(c.qty, 0) as checked_qty, coalesce(c.cost, 0) as checked_cost,
                               coalesce(c.realised_pnl, 0) as checked_realised_pnl,
                               coalesce(c.fees, 0) as checked_fees, coalesce(c.fills, 0) as checked_fills,
                               coalesce(c.last_ordinal, 0) as last_ordinal
                        from portfolio.positions p join risk.accounts a using (account) left join portfolio.position_checks c using (account, venue, symbol)
                        where account = :account order by p.venue, p.symbol""").with("account", account.name())).stream()
                .map(row -> new Entry(
                        new BookedPosition(
                                account,
                                row.text("venue"),
                                new Symbol(row.text("symbol")),
                                row.text("currency"),
                                SqlFills.position(row, "")),
                        SqlFills.position(row, "checked_"),
                        row.longValue("last_ordinal")))
                .toList();
    }

    @Override
    public List<BookedFill> fills(Entry entry, long afterOrdinal, int limit) {
        BookedPosition booked = entry.booked();
        return fills.page(booked.account(), booked.venue(), booked.symbol(), afterOrdinal, limit);
    }

    @Override
    public void agreed(Entry entry, long lastOrdinal) {
        BookedPosition booked = entry.booked();
        Position position = booked.position();
        sql.update(Sql.of("""
                        insert into portfolio.position_checks
                            (account, venue, symbol, qty, cost, realised_pnl, fees, fills, last_ordinal)
                        values (:account, :venue, :symbol, :qty, :cost, :realised, :fees, :fills, :last)
                        on conflict (account, venue, symbol) do update set qty = excluded.qty, cost = excluded.cost,
                            realised_pnl = excluded.realised_pnl, fees = excluded.fees, fills = excluded.fills,
                            last_ordinal = excluded.last_ordinal, checked_at = now()
                        where position_checks.fills < excluded.fills""")
                .with("account", booked.account().name())
                .with("venue", booked.venue())
                .with("symbol", booked.symbol().name())
                .with("qty", position.signedQty())
                .with("cost", position.cost())
                .with("realised", position.realisedPnl())
                .with("fees", position.fees())
                .with("fills", position.fills())
                .with("last", lastOrdinal));
    }
}
