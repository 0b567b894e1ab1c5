package dev.sextant.local.scenario;

import dev.sextant.domain.event.Direction;
import dev.sextant.domain.event.SignalRaised;
import dev.sextant.domain.event.Tier;
import dev.sextant.platform.sql.Sql;
import java.math.BigDecimal;

/** What the ingest and the scorer would store and say. */
final class Upstream {

    static final long BUCKET_MS = 15_000;

    private final DeskDatabase database;
    private int signals;

    Upstream(DeskDatabase database) {
        this.database = database;
    }

    /** Trades are complete up to a time. */
    void completeTo(long atMs) {
        database.sql.update(Sql.of("""
                        insert into market.agg_trades_meta values
                            ('BTCUSDT', 1, now(), 61800, 1, now(), 1, ops.ts(:at), 1, now())
                        on conflict (symbol) do update set watermark_at = ops.ts(:at)""").with("at", atMs));
    }

    void lastPrice(String price) {
        database.sql.update(
                Sql.of("update market.agg_trades_meta set last_price = :p").with("p", new BigDecimal(price)));
    }

    /** The next standard signal, decided now. */
    SignalRaised signal(long nowMs, long lifeMs) {
        long bucket = ScenarioDesk.T0 - BUCKET_MS * ++signals;
        return new SignalRaised(
                "signal-" + signals,
                "decision-" + signals,
                ScenarioDesk.ACCOUNT,
                "demo",
                "demo@1#00000000",
                ScenarioDesk.BTC,
                Direction.LONG,
                bucket,
                88,
                Tier.STANDARD,
                new BigDecimal(ScenarioDesk.PRICE),
                new BigDecimal("30"),
                new BigDecimal("40"),
                new BigDecimal("30"),
                new BigDecimal("60"),
                new BigDecimal("0.5"),
                nowMs,
                nowMs + lifeMs,
                4_200_000);
    }

    /** What the scorer stores of a signal before it tells of it. */
    void store(SignalRaised signal) {
        database.sql.update(Sql.of("""
                        insert into strategy.decisions values (:decision, :strategy, :version, :symbol, ops.ts(:bucket), ops.ts(:at),
                            :score, :direction, true, 'taken', :signal, '{}')""")
                .with("decision", signal.decisionId())
                .with("strategy", signal.strategy())
                .with("version", signal.strategyVersion())
                .with("symbol", signal.symbol().name())
                .with("bucket", signal.bucketStartMs())
                .with("at", signal.decidedAtMs())
                .with("score", signal.score())
                .with("direction", signal.direction().name())
                .with("signal", signal.signalId()));
        database.sql.update(Sql.of("""
                        insert into strategy.signals select signal_id, decision_id, :account, strategy, strategy_version, symbol,
                            direction, bucket_start, score, :tier, :price, decided_at, ops.ts(:expires), '{}'
                        from strategy.decisions where decision_id = :decision""")
                .with("account", signal.account().name())
                .with("tier", signal.tier().name())
                .with("price", signal.price())
                .with("expires", signal.expiresAtMs())
                .with("decision", signal.decisionId()));
    }

    /** The ingest has read the exchange's filters again. */
    void learnStep(String step) {
        database.sql.update(Sql.of("update market.instruments set step_size = :s, min_qty = :s, version = version + 1")
                .with("s", new BigDecimal(step)));
    }

    /** The recorder stores one trade; answers how many were new. */
    long storeTrades(long aggId, long atMs) {
        return database.as("ingest")
                .callOne(Sql.of("select market.store_trades('BTCUSDT', :trades::jsonb, :at, 1) as x")
                        .withJson(
                                "trades",
                                "[{\"a\":" + aggId + ",\"t\":" + atMs
                                        + ",\"p\":\"61800\",\"q\":\"1\",\"m\":false,\"f\":1,\"l\":1}]")
                        .with("at", atMs))
                .longValue("x");
    }
}
