package dev.sextant.ingest.archive;

import dev.sextant.domain.market.AggTrade;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.market.SqlTrades;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** {@link TradeArchive} on the desk's database. */
final class SqlTradeArchive implements TradeArchive {

    /** How far back each run looks for trades that came late. Before, only the look at a whole day finds them. */
    private static final long LATE_MS = Duration.ofHours(25).toMillis();

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private final SqlClient sql;
    private final SqlTrades trades;

    SqlTradeArchive(SqlClient sql) {
        this.sql = sql;
        this.trades = new SqlTrades(sql);
    }

    /** From the newest segment on, however long nobody has archived, but at least a day back. */
    @Override
    public List<Hour> unarchived(long untilMs, int most) {
        return sql
                .query(Sql.of("""
                        select symbol, ops.ms(hour_at) as start_ms, trades from market.unarchived_hours(
                            least(ops.ts(:late), coalesce((select max(hour_at) from market.segments), '-infinity')),
                            ops.ts(:until), :most)""")
                        .with("late", untilMs - LATE_MS)
                        .with("until", untilMs)
                        .with("most", most))
                .stream()
                .map(row ->
                        new Hour(new Symbol(row.text("symbol")), row.longValue("start_ms"), row.longValue("trades")))
                .toList();
    }

    @Override
    public List<AggTrade> page(Symbol symbol, long hourStartMs, long afterAggId) {
        return trades.between(symbol, hourStartMs, hourStartMs + HOUR_MS, afterAggId);
    }

    @Override
    public void save(Segment segment) {
        sql.update(Sql.of("""
                        insert into market.segments
                            (symbol, hour_at, object_key, trades, first_agg_id, last_agg_id, bytes, sha256)
                        values (:symbol, ops.ts(:start), :key, :trades, :first, :last, :bytes, :sha256)
                        on conflict (symbol, hour_at) do update set object_key = excluded.object_key,
                            trades = excluded.trades, first_agg_id = excluded.first_agg_id,
                            last_agg_id = excluded.last_agg_id, bytes = excluded.bytes, sha256 = excluded.sha256,
                            archived_at = now()""")
                .with("symbol", segment.hour().symbol().name())
                .with("start", segment.hour().startMs())
                .with("key", segment.key())
                .with("trades", segment.hour().trades())
                .with("first", segment.firstAggId())
                .with("last", segment.lastAggId())
                .with("bytes", segment.bytes())
                .with("sha256", segment.sha256()));
    }

    @Override
    public List<LocalDate> monthsBefore(long beforeMs) {
        return sql
                .query(Sql.of("select m::text as month from market.months_before(ops.ts(:before)) m")
                        .with("before", beforeMs))
                .stream()
                .map(row -> LocalDate.parse(row.text("month")))
                .toList();
    }

    @Override
    public String verify(LocalDate day) {
        return sql.callOne(Sql.of("select market.verify_archived_day(:day::date) as missing")
                        .with("day", day.toString()))
                .text("missing");
    }

    @Override
    public long drop(LocalDate month) {
        return sql.callOne(Sql.of("select market.drop_archived_month(:month::date) as trades")
                        .with("month", month.toString()))
                .longValue("trades");
    }
}
