package dev.sextant.ingest.drift;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The trades of a month that is still in the database, page by page. */
final class StoredTrades implements TradeSource {

    static final long OLDEST_PRICE_MS = 60_000;

    private final SqlClient sql;
    private final SqlTrades trades;

    StoredTrades(SqlClient sql) {
        this.sql = sql;
        this.trades = new SqlTrades(sql);
    }

    @Override
    public void read(Symbol symbol, Day day, long fromAggId, long toAggId, Consumer<AggTrade> out) {
        long next = fromAggId;
        while (next <= toAggId) {
            List<AggTrade> page = trades.range(symbol, next, toAggId, SqlTrades.MAX_BATCH);
            page.forEach(out);
            next = page.isEmpty() ? toAggId + 1 : page.getLast().aggId() + 1;
        }
    }

    @Override
    public Optional<IdRange> ids(Symbol symbol, Day day) {
        return sql.queryOne(Sql.of("""
                        select min(agg_id) as first, max(agg_id) as last from market.agg_trades
                        where symbol = :symbol and traded_at >= ops.ts(:from) and traded_at < ops.ts(:until)""")
                        .with("symbol", symbol.name())
                        .with("from", day.fromMs())
                        .with("until", day.untilMs()))
                .filter(row -> !row.isNull("first"))
                .map(row -> new IdRange(row.longValue("first"), row.longValue("last")));
    }

    @Override
    public Optional<Long> priceE8Before(Symbol symbol, long timeMs) {
        return sql.queryOne(Sql.of("""
                        select price from market.agg_trades
                        where symbol = :symbol and traded_at < ops.ts(:at) and traded_at >= ops.ts(:oldest)
                        order by traded_at desc, agg_id desc limit 1""")
                        .with("symbol", symbol.name())
                        .with("at", timeMs)
                        .with("oldest", timeMs - OLDEST_PRICE_MS))
                .map(row -> E8.of(row.decimal("price")));
    }
}
