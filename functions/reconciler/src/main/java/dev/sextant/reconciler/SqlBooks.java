package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;

/** {@link Books} in Postgres. */
public final class SqlBooks implements Books {

    private final SqlClient sql;

    public SqlBooks(SqlClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Entry> entries(Account account) {
        return sql.query(Sql.of("""
                        select p.venue, p.symbol, p.qty, p.cost, p.realised_pnl, p.fees, p.fills,
                               coalesce(c.qty, 0) as checked_qty, coalesce(c.cost, 0) as checked_cost,
                               coalesce(c.realised_pnl, 0) as checked_realised_pnl,
                               coalesce(c.fees, 0) as checked_fees, coalesce(c.fills, 0) as checked_fills,
                               coalesce(c.last_ordinal, 0) as last_ordinal
                        from portfolio.positions p left join portfolio.position_checks c using (account, venue, symbol)
                        where account = :account order by p.venue, p.symbol""").with("account", account.name())).stream()
                .map(row -> new Entry(
                        account,
                        row.text("venue"),
                        new Symbol(row.text("symbol")),
                        position(row, ""),
                        position(row, "checked_"),
                        row.longValue("last_ordinal")))
                .toList();
    }

    @Override
    public List<Numbered> fills(Entry entry, long afterOrdinal, int limit) {
        return sql.query(about(entry, Sql.of("""
                        select f.ordinal, f.venue_trade_id, f.venue_order_id, f.side, f.price, f.qty, f.fee, f.fee_asset,
                               f.maker, ops.ms(f.filled_at) as filled_at_ms
                        from execution.fills f join execution.orders o using (intent_id)
                        where o.account = :account and f.venue = :venue and f.symbol = :symbol and f.ordinal > :after
                        order by f.ordinal limit :limit""")).with("after", afterOrdinal).with("limit", (long) limit)).stream()
                .map(row -> new Numbered(row.longValue("ordinal"), fill(entry.symbol(), row)))
                .toList();
    }

    @Override
    public void agreed(Entry entry, long lastOrdinal) {
        Position position = entry.booked();
        sql.update(about(entry, Sql.of("""
                        insert into portfolio.position_checks
                            (account, venue, symbol, qty, cost, realised_pnl, fees, fills, last_ordinal)
                        values (:account, :venue, :symbol, :qty, :cost, :realised, :fees, :fills, :last)
                        on conflict (account, venue, symbol) do update set qty = excluded.qty, cost = excluded.cost,
                            realised_pnl = excluded.realised_pnl, fees = excluded.fees, fills = excluded.fills,
                            last_ordinal = excluded.last_ordinal, checked_at = now()
                        where position_checks.fills < excluded.fills"""))
                .with("qty", position.signedQty())
                .with("cost", position.cost())
                .with("realised", position.realisedPnl())
                .with("fees", position.fees())
                .with("fills", position.fills())
                .with("last", lastOrdinal));
    }

    private static Sql about(Entry entry, Sql statement) {
        return statement
                .with("account", entry.account().name())
                .with("venue", entry.venue())
                .with("symbol", entry.symbol().name());
    }

    private static Position position(Row row, String prefix) {
        return new Position(
                row.decimal(prefix + "qty"),
                row.decimal(prefix + "cost"),
                row.decimal(prefix + "realised_pnl"),
                row.decimal(prefix + "fees"),
                row.longValue(prefix + "fills"));
    }

    private static Fill fill(Symbol symbol, Row row) {
        return new Fill(
                symbol,
                row.text("venue_trade_id"),
                row.text("venue_order_id"),
                Side.valueOf(row.text("side")),
                new Price(row.decimal("price")),
                new Quantity(row.decimal("qty")),
                row.decimal("fee"),
                row.text("fee_asset"),
                row.bool("maker"),
                row.longValue("filled_at_ms"));
    }
}
