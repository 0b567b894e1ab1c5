package dev.sextant.platform.portfolio;

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

/** Reads positions and fills, for whoever folds the fills again. Called by the reconciler and by the API's recompute. */
public final class SqlFills {

    private final SqlClient sql;

    public SqlFills(SqlClient sql) {
        this.sql = sql;
    }

    /** Every position the account ever had. Its {@link Position#fills} fills are stored before it can be read here. */
    public List<BookedPosition> positions(Account account) {
        return sql.query(Sql.of("""
                        select venue, symbol, currency, qty, cost, realised_pnl, fees, fills
                        from portfolio.positions join risk.accounts using (account)
                        where account = :account order by venue, symbol""").with("account", account.name())).stream()
                .map(row -> new BookedPosition(
                        account,
                        row.text("venue"),
                        new Symbol(row.text("symbol")),
                        row.text("currency"),
                        position(row, "")))
                .toList();
    }

    /**
     * The next fills of one position, in the order they were booked.
     *
     * @param afterOrdinal 0 for the first page
     * @param limit at most 1,000, for an answer of the Data API holds 1 MiB
     */
    public List<BookedFill> page(Account account, String venue, Symbol symbol, long afterOrdinal, int limit) {
        return sql
                .query(Sql.of("""
                        select f.ordinal, o.trade_id, f.venue_trade_id, f.venue_order_id, f.side, f.price, f.qty, f.fee,
                               f.fee_asset, f.maker, ops.ms(f.filled_at) as filled_at_ms
                        from execution.fills f join execution.orders o using (intent_id)
                        where f.account = :account and f.venue = :venue and f.symbol = :symbol and f.ordinal > :after
                        order by f.ordinal limit :limit""")
                        .with("account", account.name())
                        .with("venue", venue)
                        .with("symbol", symbol.name())
                        .with("after", afterOrdinal)
                        .with("limit", (long) limit))
                .stream()
                .map(row -> new BookedFill(row.longValue("ordinal"), row.text("trade_id"), fill(symbol, row)))
                .toList();
    }

    /** A position from the columns {@code qty, cost, realised_pnl, fees, fills}, each behind {@code prefix}. */
    public static Position position(Row row, String prefix) {
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
