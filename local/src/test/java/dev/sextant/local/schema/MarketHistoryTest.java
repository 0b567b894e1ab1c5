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
    void partitionsAreMadeForThisMonthAndTheNextTwo() {
        Sql ensure = Sql.of("select array_to_string(market.ensure_partitions(ops.ts(:now)), ',') as x")
                .with("now", T0);
        assertEquals(
                "agg_trades_202408,agg_trades_202409,agg_trades_202410",
                ingest.callOne(ensure).text("x"));
        assertEquals("", ingest.callOne(ensure).text("x"));
    }
}
