package dev.sextant.local.scenario;

import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Faults;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A migrated database of its own behind the Data API, with one account, one running strategy and a healthy session. */
final class DeskDatabase implements AutoCloseable {

    private static final String MIGRATED = migrated();

    private final String jdbcUrl;
    private final DataApiServer server;
    private final DataApi api;
    private final AtomicLong calls = new AtomicLong();
    final SqlClient sql;

    DeskDatabase() {
        // A clock that moves with each call: what is to last for a while lasts for so many calls.
        jdbcUrl = SharedPostgres.copyOf(MIGRATED);
        server = serve(jdbcUrl, calls);
        api = DataApi.local(server.endpoint());
        sql = new SqlClient(api);
    }

    private static DataApiServer serve(String jdbcUrl, AtomicLong calls) {
        try {
            return DataApiServer.start(jdbcUrl, DatabaseAddress.LOCAL.database(), calls::incrementAndGet, Limits.AWS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Migrated and set up once; every test gets a copy. */
    private static String migrated() {
        String jdbcUrl = SharedPostgres.newDatabase();
        try (DataApiServer server = serve(jdbcUrl, new AtomicLong());
                DataApi api = DataApi.local(server.endpoint())) {
            new Migrator(api, List.of("db/migration")).migrate();
            setUp(new SqlClient(api));
        }
        return jdbcUrl;
    }

    private static void setUp(SqlClient sql) {
        sql.update(Sql.of("""
                        insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                            max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses,
                            loss_pause_ms, max_data_age_ms, start_balance)
                        values ('paper-main', 'paper', 'USDT', 20, 4, 50000, 100000, 100, 5, 5, 3600000, 30000, 10000)"""));
        sql.update(
                Sql.of(
                        "insert into risk.control (account, changed_by, changed_at) values ('paper-main', 'test', to_timestamp(0))"));
        sql.call(Sql.of("""
                        select portfolio.book('paper-main', 'USDT', 'deposit', 'start', 10000, to_timestamp(0))::text as x"""));
        sql.update(Sql.of("insert into ops.sessions (state) values ('HEALTHY')"));
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        values ('demo', '1', 'demo@1#00000000', 'stream', '{}', 'RUNNING', now())"""));
        sql.update(Sql.of("""
                        insert into market.instruments values
                            ('BINANCE', 'BTCUSDT', 'BTC', 'USDT', true, 0.1, 0.001, 0.001, 120, 50, 1, now())"""));
    }

    /** The database as one part of the desk sees it, with that part's rights. */
    SqlClient as(String part) {
        return new SqlClient(api.to(DatabaseAddress.localAs(part)));
    }

    /** What goes wrong between a part and the database. */
    Faults faults() {
        return server.faults();
    }

    /**
     * The writer changes: every connection of the desk is cut, as the new one knows none of them. Asked for past the Data
     * API, so that none of its connections is spared as the one that asks; answers how many were cut.
     */
    int failOver() {
        try (Connection other = DriverManager.getConnection(jdbcUrl);
                Statement statement = other.createStatement();
                ResultSet cut = statement.executeQuery("""
                        select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""")) {
            cut.next();
            return cut.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One text value. */
    String one(Sql query) {
        return String.valueOf(sql.query(query).getFirst().textOrNull("x"));
    }

    List<Row> rows(Sql query) {
        return sql.query(query);
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
