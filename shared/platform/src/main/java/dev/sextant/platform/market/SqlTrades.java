package dev.sextant.platform.market;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Gap;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.E8;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Aggregate trades and gaps. One call stores a batch as one JSON document; a repeated batch changes nothing. */
public final class SqlTrades {

    /** Trades a call: about 90 bytes each, far below the request limit and quick enough for the 45 s. */
    public static final int MAX_BATCH = 5_000;

    private final SqlClient sql;

    public SqlTrades(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * Stores trades and moves the symbol's watermark; returns how many trades were new.
     *
     * @param trades at most {@link #MAX_BATCH}; may be empty, then only the watermark moves
     */
    public long store(Symbol symbol, List<AggTrade> trades, long watermarkMs, long epoch) {
        if (trades.size() > MAX_BATCH) {
            throw new IllegalArgumentException(trades.size() + " trades, expected at most " + MAX_BATCH);
        }
        return sql.callOne(Sql.of("select market.store_trades(:symbol, :trades::jsonb, :watermark, :epoch) as added")
                        .with("symbol", symbol.name())
                        .withJson("trades", json(trades).toString())
                        .with("watermark", watermarkMs)
                        .with("epoch", epoch))
                .longValue("added");
    }

    /** The highest id up to which the symbol's trades were stored, or empty. */
    public OptionalLong lastAggId(Symbol symbol) {
        return sql.queryOne(Sql.of("select last_agg_id from market.agg_trades_meta where symbol = :symbol")
                        .with("symbol", symbol.name()))
                .map(row -> OptionalLong.of(row.longValue("last_agg_id")))
                .orElse(OptionalLong.empty());
    }

    /** Notes a gap, replaces one that begins at the same id, or notes that it was filled. A filled one stays as it is. */
    public void saveGap(Gap gap) {
        sql.update(Sql.of("""
                        insert into market.gaps (symbol, from_agg_id, to_agg_id, seen_at, filled_at)
                        values (:symbol, :from, :to, ops.ts(:seen), case when :filled then now() end)
                        on conflict (symbol, from_agg_id) do update set
                            to_agg_id = excluded.to_agg_id, filled_at = excluded.filled_at
                        where gaps.filled_at is null""")
                .with("symbol", gap.symbol().name())
                .with("from", gap.fromAggId())
                .with("to", gap.toAggId())
                .with("seen", gap.seenAtMs())
                .with("filled", gap.filled()));
    }

    /** Gaps of a symbol that are not filled, oldest first. */
    public List<Gap> openGaps(Symbol symbol) {
        return sql.query(Sql.of("""
                        select from_agg_id, to_agg_id, ops.ms(seen_at) as seen_ms from market.gaps
                        where symbol = :symbol and filled_at is null order by from_agg_id limit 1000""").with("symbol", symbol.name())).stream()
                .map(row -> new Gap(
                        symbol,
                        row.longValue("from_agg_id"),
                        row.longValue("to_agg_id"),
                        row.longValue("seen_ms"),
                        false))
                .toList();
    }

    /** Stored trades with ids in a closed range, in id order, at most {@code limit}. */
    public List<AggTrade> range(Symbol symbol, long fromAggId, long toAggId, int limit) {
        return sql
                .query(Sql.of("""
                        select agg_id, price, qty, ops.ms(traded_at) as traded_ms, is_buyer_maker, first_trade_id, last_trade_id
                        from market.agg_trades
                        where symbol = :symbol and agg_id between :from and :to order by agg_id limit :limit""")
                        .with("symbol", symbol.name())
                        .with("from", fromAggId)
                        .with("to", toAggId)
                        .with("limit", Math.min(limit, MAX_BATCH)))
                .stream()
                .map(SqlTrades::trade)
                .toList();
    }

    /** Stored trades of a time range, its end excluded, behind an id, in id order; at most {@link #MAX_BATCH}. */
    public List<AggTrade> between(Symbol symbol, long fromMs, long untilMs, long afterAggId) {
        return sql
                .query(Sql.of("""
                        select agg_id, price, qty, ops.ms(traded_at) as traded_ms, is_buyer_maker, first_trade_id, last_trade_id
                        from market.agg_trades
                        where symbol = :symbol and traded_at >= ops.ts(:from) and traded_at < ops.ts(:until)
                            and agg_id > :after order by agg_id limit :limit""")
                        .with("symbol", symbol.name())
                        .with("from", fromMs)
                        .with("until", untilMs)
                        .with("after", afterAggId)
                        .with("limit", MAX_BATCH))
                .stream()
                .map(SqlTrades::trade)
                .toList();
    }

    /** The ids of the lowest and the highest stored trade of a symbol, or empty before its first. */
    public Optional<long[]> span(Symbol symbol) {
        return sql.queryOne(
                        Sql.of("select earliest_agg_id, last_agg_id from market.agg_trades_meta where symbol = :symbol")
                                .with("symbol", symbol.name()))
                .map(row -> new long[] {row.longValue("earliest_agg_id"), row.longValue("last_agg_id")});
    }

    private static AggTrade trade(Row row) {
        return new AggTrade(
                row.longValue("agg_id"),
                E8.of(row.decimal("price")),
                E8.of(row.decimal("qty")),
                row.longValue("traded_ms"),
                row.bool("is_buyer_maker"),
                row.longValue("first_trade_id"),
                row.longValue("last_trade_id"));
    }

    private static ArrayNode json(List<AggTrade> trades) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(trades.size());
        for (AggTrade trade : trades) {
            array.addObject()
                    .put("a", trade.aggId())
                    .put("t", trade.tradeTimeMs())
                    .put("p", E8.print(trade.priceE8()))
                    .put("q", E8.print(trade.qtyE8()))
                    .put("m", trade.buyerIsMaker())
                    .put("f", trade.firstTradeId())
                    .put("l", trade.lastTradeId());
        }
        return array;
    }
}
