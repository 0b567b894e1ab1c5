package dev.sextant.local.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.market.SqlLiquidations;
import dev.sextant.platform.market.SqlReadings;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is folded while the market is stored, as the role that stores it. */
class MarketHistoryTest {

    private static final Symbol BTC = new Symbol("BTCUSDT");
    private static final long T0 = 1_723_161_300_000L; // 2024-08-08T23:55:00Z
    private static final long HOUR_MS = 3_600_000;

    private DataApiServer server;
    private DataApi api;
    private SqlClient sql;
    private SqlClient ingest;

    @BeforeEach
    void migrate() throws IOException {
        server = DataApiServer.start(
                SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), () -> T0, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
        ingest = new SqlClient(api.to(DatabaseAddress.localAs("ingest")));
    }

    @AfterEach
    void close() {
        api.close();
        server.close();
    }

    private List<String> texts(Sql query) {
        return sql.query(query).stream().map(row -> row.text("x")).toList();
    }

    @Test
    void liquidationsAreKeptOnceAndAddedUpByMinute() {
        SqlLiquidations liquidations = new SqlLiquidations(ingest);
        Liquidation first = new Liquidation(BTC, true, 50_000_000, 6_180_010_000_000L, T0 + 1_000, false);
        assertTrue(liquidations.save(first));
        assertFalse(liquidations.save(first), "told by two connections");
        assertTrue(liquidations.save(new Liquidation(BTC, false, 100_000_000, 6_180_000_000_000L, T0 + 2_000, false)));
        assertTrue(liquidations.save(new Liquidation(BTC, true, 100_000_000, 6_180_000_000_000L, T0 + 61_000, true)));
        assertEquals(
                List.of(
                        "23:55 1 30900.05 1 61800 false", //
                        "23:56 1 61800 0 0 true"),
                texts(Sql.of("""
                        select to_char(minute at time zone 'UTC', 'HH24:MI') || ' ' || long_orders || ' ' || ops.dec(long_notional)
                            || ' ' || short_orders || ' ' || ops.dec(short_notional) || ' ' || synthetic as x
                        from market.liquidation_agg order by minute""")));
    }

    @Test
    void fundingReadingsBecomeSnapshotsAndSettlements() {
        SqlReadings readings = new SqlReadings(ingest);
        long settlementMs = T0 + 5 * 60_000;
        for (int i = 0; i < 4; i++) {
            long atMs = T0 + i * 120_000L;
            long next = atMs <= settlementMs ? settlementMs : settlementMs + 8 * HOUR_MS;
            readings.save(reading(atMs, "0.000" + (i + 1), next));
        }
        readings.save(reading(T0, "0.0009", settlementMs));
        assertEquals(
                List.of("0.0001", "0.0002", "0.0003", "0.0004"),
                texts(Sql.of("select ops.dec(funding_rate) as x from market.rate_snapshots order by at")));
        assertEquals(List.of("2024-08-09T00:00:00.000Z 0.0003", "2024-08-09T08:00:00.000Z 0.0004"), texts(Sql.of("""
                        select ops.iso(settled_at) || ' ' || ops.dec(funding_rate) as x
                        from market.funding_settlements order by settled_at""")));
    }

    private static IndicatorReading reading(long atMs, String rate, long nextMs) {
        return new IndicatorReading(
                BTC,
                IndicatorType.FUNDING_RATE,
                atMs,
                atMs,
                Map.of(
                        "rate", new BigDecimal(rate),
                        "mark_price", new BigDecimal("61810.1"),
                        "index_price", new BigDecimal("61809"),
                        "next_funding_ms", BigDecimal.valueOf(nextMs)),
                false);
    }

    @Test
    void theLastRowOfAMinuteIsItsRollUpWhateverOrderRowsComeIn() {
        SqlClient scorer = new SqlClient(api.to(DatabaseAddress.localAs("scorer")));
        for (int second : new int[] {15, 60, 45, 30, 75}) {
            scorer.call(Sql.of("select strategy.record_bucket(:i::jsonb, '[]', '[]')::text as x")
                    .with(
                            "i",
                            "[{\"symbol\":\"BTCUSDT\",\"at_ms\":" + (T0 + second * 1_000L) + ",\"price\":\"" + second
                                    + "\",\"covered\":0}]"));
        }
        assertEquals(List.of("23:55 60", "23:56 75"), texts(Sql.of("""
                        select to_char(minute at time zone 'UTC', 'HH24:MI') || ' ' || ops.dec(price) as x
                        from strategy.signal_indicators_1m order by minute""")));
    }

    @Test
    void anHourHasOneSnapshotAndADayOneAnchor() {
        SqlClient reconciler = new SqlClient(api.to(DatabaseAddress.localAs("reconciler")));
        sql.update(Sql.of("""
                insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                    loss_pause_ms, max_data_age_ms, start_balance)
                values ('paper-main', 'paper', 'USDT', 20, 4, 50000, 100000, 100, 5, 5, 3600000, 30000, 10000)"""));
        sql.update(Sql.of("insert into portfolio.balances values ('paper-main', 'USDT', 9990, now())"));
        sql.update(Sql.of("""
                insert into portfolio.positions values ('paper-main', 'BINANCE', 'BTCUSDT', 0.5, 30900, 0, 0, 1, now())"""));
        sql.update(Sql.of("""
                insert into market.agg_trades_meta values
                    ('BTCUSDT', 1, ops.ts(:at), 61810, 1, ops.ts(:at), 1, ops.ts(:at), 1, now())""").with("at", T0 - 1_000));
        Sql take = Sql.of("select portfolio.take_snapshot('paper-main', ops.ts(:now)) as x");
        assertTrue(reconciler.callOne(take.with("now", T0)).bool("x"));
        assertTrue(
                reconciler.callOne(take.with("now", T0 + 60_000)).bool("x"), "later in the hour: the newer one stays");
        assertFalse(reconciler.callOne(take.with("now", T0)).bool("x"), "an older one told late changes nothing");
        assertEquals(List.of("23:56 9990 + 5 = 9995 1 30905 as of 23:54:59"), texts(Sql.of("""
                        select to_char(taken_at at time zone 'UTC', 'HH24:MI') || ' ' || ops.dec(balance) || ' + '
                            || ops.dec(unrealised_pnl) || ' = ' || ops.dec(equity) || ' ' || open_positions || ' '
                            || ops.dec(notional) || ' as of ' || to_char(as_of at time zone 'UTC', 'HH24:MI:SS') as x
                        from portfolio.snapshots""")));

        sql.call(Sql.of("select ops.append_audit('paper-main', ops.ts(:now), 'ada', 'noted', 'x', 'y')::text as x")
                .with("now", T0));
        Sql anchor = Sql.of("select ops.anchor_audit(ops.ts(:now))::text as x").with("now", T0);
        assertEquals(
                "{\"broken\": {}, \"anchored\": 1}", reconciler.callOne(anchor).text("x"));
        assertEquals(
                "{\"broken\": {}, \"anchored\": 0}", reconciler.callOne(anchor).text("x"));
    }

    @Test
    void partitionsAreMadeForThisMonthAndTheNextTwo() {
        Sql ensure = Sql.of("select array_to_string(market.ensure_partitions(ops.ts(:now)), ',') as x")
                .with("now", T0);
        assertEquals(
                "agg_trades_202408,agg_trades_202409,agg_trades_202410",
                ingest.callOne(ensure).text("x"));
        assertEquals("", ingest.callOne(ensure).text("x"));
    }
}
