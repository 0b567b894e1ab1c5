package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.util.ArrayList;
import java.util.List;

/** Which days are to be measured, the orders of the trades that closed on one, and what was found. */
final class DriftTable {

    private static final int LEGS_PAGE = 500;

    private final SqlClient sql;

    DriftTable(SqlClient sql) {
        this.sql = sql;
    }

    /** Whether something was decided on a day that has not been measured. */
    boolean isOpen(Day day) {
        return sql.queryOne(Sql.of("""
                        select exists (select 1 from strategy.decisions
                                       where decided_at > ops.ts(:from) and decided_at <= ops.ts(:until))
                           and not exists (select 1 from analytics.drift where day = :day::date) as x""")
                        .with("from", day.fromMs())
                        .with("until", day.untilMs())
                        .with("day", day.toString()))
                .orElseThrow()
                .bool("x");
    }

    /** Whether the trades of a day have left the database for the archive. */
    boolean hasLeft(Day day) {
        return sql.queryOne(Sql.of("select 1 as found from market.dropped_months where month = :month::date")
                        .with("month", day.date().withDayOfMonth(1).toString()))
                .isPresent();
    }

    /** Symbols with indicators on a day. */
    List<Symbol> symbols(Day day) {
        return sql.query(Sql.of("""
                        select distinct symbol from strategy.signal_indicators
                        where at > ops.ts(:from) and at <= ops.ts(:until) order by symbol""").with("from", day.fromMs()).with("until", day.untilMs())).stream()
                .map(row -> new Symbol(row.text("symbol")))
                .toList();
    }

    /** Filled orders of the trades that closed on a day. */
    List<Leg> legs(Day day) {
        List<Leg> legs = new ArrayList<>();
        long lastOrdinal = -1;
        List<Row> page;
        do {
            page = page(day, lastOrdinal);
            for (Row row : page) {
                legs.add(leg(row));
                lastOrdinal = row.longValue("ordinal");
            }
        } while (page.size() == LEGS_PAGE);
        return legs;
    }

    private List<Row> page(Day day, long behindOrdinal) {
        return sql.query(Sql.of("""
                        select o.ordinal, t.trade_id, t.account, o.symbol, t.strategy, t.strategy_version, o.purpose,
                            o.side = 'BUY' as buys, o.filled_qty, o.filled_quote,
                            case o.purpose when 'ENTRY' then t.signal_price else coalesce(o.trigger_price, o.reference_price) end
                                as decided_at_price,
                            o.trigger_price is not null as resting,
                            ops.ms(least(o.acknowledged_at, o.first_fill_at)) as accepted_ms, f.fees, f.others
                        from execution.trades t
                        join execution.orders o on o.trade_id = t.trade_id
                        join risk.accounts a on a.account = t.account
                        left join market.instruments i on i.venue = o.venue and i.symbol = o.symbol
                        cross join lateral (
                            select coalesce(sum(fee) filter (where fee_asset = coalesce(i.quote_asset, a.currency)), 0) as fees,
                                coalesce(string_agg(distinct fee_asset, ',')
                                         filter (where fee_asset <> coalesce(i.quote_asset, a.currency)), '') as others
                            from execution.fills where intent_id = o.intent_id) f
                        where t.closed_at >= ops.ts(:from) and t.closed_at < ops.ts(:until)
                          and o.filled_qty > 0 and o.ordinal > :behind
                        order by o.ordinal limit :page""")
                .with("from", day.fromMs())
                .with("until", day.untilMs())
                .with("behind", behindOrdinal)
                .with("page", LEGS_PAGE));
    }

    private static Leg leg(Row row) {
        return new Leg(
                row.text("trade_id"),
                row.text("account"),
                new Symbol(row.text("symbol")),
                row.text("strategy"),
                row.text("strategy_version"),
                row.text("purpose"),
                row.bool("buys"),
                row.decimal("filled_qty"),
                row.decimal("filled_quote"),
                row.decimal("decided_at_price"),
                row.bool("resting"),
                row.longValue("accepted_ms"),
                row.decimal("fees"),
                row.text("others"));
    }

    /** Puts what was found in the place of what the day had; answers how many alerts are new. */
    long keep(Day day, ArrayNode rows, long nowMs) {
        return sql.callOne(Sql.of("select analytics.keep_drift(:day::date, :rows::jsonb, ops.ts(:now)) as alerts")
                        .with("day", day.toString())
                        .withJson("rows", rows.toString())
                        .with("now", nowMs))
                .longValue("alerts");
    }
}
