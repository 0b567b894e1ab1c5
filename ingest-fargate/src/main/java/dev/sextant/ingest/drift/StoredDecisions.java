package dev.sextant.ingest.drift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.event.Direction;
import dev.sextant.domain.market.Bucket;
import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.strategy.InvalidStrategyException;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the desk decided, and with what. */
final class StoredDecisions {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final SqlClient sql;

    StoredDecisions(SqlClient sql) {
        this.sql = sql;
    }

    /**
     * A strategy that was to decide on a day.
     *
     * @param versionBefore the one that decided last on the day before, or null
     */
    record Active(String name, @Nullable String versionBefore) {}

    /** Strategies that decided on a symbol, and those in force that did so the day before and fell silent. */
    List<Active> active(Symbol symbol, Day day) {
        return sql
                .query(Sql.of("""
                        with decided as (
                            select distinct strategy as name from strategy.decisions
                            where symbol = :symbol and decided_at > ops.ts(:from) and decided_at <= ops.ts(:until))
                        select n.name, b.strategy_version as before
                        from (select name from decided union select name from strategy.strategies where lane = 'stream') n
                        left join lateral (
                            select d.strategy_version from strategy.decisions d
                            where d.strategy = n.name and d.symbol = :symbol
                              and d.decided_at <= ops.ts(:from) and d.decided_at > ops.ts(:before)
                            order by d.decided_at desc limit 1) b on true
                        where n.name in (select name from decided)
                           or b.strategy_version in (select s.strategy_version from strategy.strategies s)
                        order by n.name""")
                        .with("symbol", symbol.name())
                        .with("from", day.fromMs())
                        .with("until", day.untilMs())
                        .with("before", day.fromMs() - Day.LENGTH_MS))
                .stream()
                .map(row -> new Active(row.text("name"), row.textOrNull("before")))
                .toList();
    }

    /** A day's decisions of a strategy, whatever its version. */
    Ahead<LiveDecision> of(Symbol symbol, String name, Day day) {
        return new Ahead<>(LiveDecision::bucketStartMs, last -> page(symbol, name, day, last));
    }

    private List<LiveDecision> page(Symbol symbol, String name, Day day, @Nullable LiveDecision last) {
        long behindMs = last == null ? day.fromMs() + 1 : last.bucketStartMs() + Bucket.LENGTH_MS;
        return sql
                .query(Sql.of("""
                        select ops.ms(bucket_start) as start_ms, strategy_version, body::text as body
                        from strategy.decisions
                        where strategy = :name and symbol = :symbol and decided_at <= ops.ts(:until)
                          and decided_at >= ops.ts(:behind) and (decided_at, strategy_version) > (ops.ts(:behind), :version::text)
                        order by decided_at, strategy_version limit 100""")
                        .with("symbol", symbol.name())
                        .with("name", name)
                        .with("until", day.untilMs())
                        .with("behind", behindMs)
                        .with("version", last == null ? "" : last.strategyVersion()))
                .stream()
                .map(row -> new LiveDecision(
                        row.longValue("start_ms"), row.text("strategy_version"), tree(row.text("body"))))
                .toList();
    }

    /** The rows of the indicator page, each under the version {@link StoredMarket#INDICATORS}. */
    Ahead<LiveDecision> indicators(Symbol symbol, Day day) {
        return new Ahead<>(
                LiveDecision::bucketStartMs,
                last -> sql
                        .query(Sql.of("""
                        select ops.ms(at) as at_ms, (to_jsonb(i) - 'symbol' - 'at')::text as body from strategy.signal_indicators i
                        where symbol = :symbol and at > ops.ts(:behind) and at <= ops.ts(:until) order by at limit 1000""")
                                .with("symbol", symbol.name())
                                .with("behind", last == null ? day.fromMs() : last.bucketStartMs() + Bucket.LENGTH_MS)
                                .with("until", day.untilMs()))
                        .stream()
                        .map(row -> new LiveDecision(
                                row.longValue("at_ms") - Bucket.LENGTH_MS,
                                StoredMarket.INDICATORS,
                                tree(row.text("body"))))
                        .toList());
    }

    /** The strategy of a version, if its file is kept and still reads as that version. */
    Optional<Strategy> strategy(String version) {
        return sql.queryOne(
                        Sql.of("select config::text as config from strategy.versions where strategy_version = :version")
                                .with("version", version))
                .flatMap(row -> parse(row.text("config")))
                .filter(strategy -> strategy.strategyVersion().equals(version));
    }

    private static Optional<Strategy> parse(String config) {
        try {
            return Optional.of(StrategyFile.parse(config));
        } catch (InvalidStrategyException e) {
            return Optional.empty(); // what was valid then is not now, so nothing can be decided with it
        }
    }

    /** Signals of a strategy as cooldowns saw them: the last of each direction before the day, and those of the day. */
    DaySignals signals(Symbol symbol, String name, Day day) {
        return new DaySignals(sql
                .query(Sql.of("""
                        select direction, ops.ms(max(decided_at)) as decided_ms from strategy.signals
                        where symbol = :symbol and strategy = :name and decided_at <= ops.ts(:from) group by direction
                        union
                        select direction, ops.ms(decided_at) from strategy.signals
                        where symbol = :symbol and strategy = :name and decided_at > ops.ts(:from) and decided_at <= ops.ts(:until)
                        order by decided_ms""")
                        .with("symbol", symbol.name())
                        .with("name", name)
                        .with("from", day.fromMs())
                        .with("until", day.untilMs()))
                .stream()
                .map(row ->
                        new DaySignals.Emitted(Direction.valueOf(row.text("direction")), row.longValue("decided_ms")))
                .toList());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("malformed JSON from the database", e);
        }
    }
}
