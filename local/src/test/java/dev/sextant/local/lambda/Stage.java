package dev.sextant.local.lambda;

import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.kinesis.Emulators;
import dev.sextant.local.kinesis.KinesisEmulator;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.signals.strategy.Strategy;
import dev.sextant.signals.strategy.StrategyFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** A migrated database of an account that may trade, behind the Data API, and a stream for what is decided on it. */
final class Stage implements AutoCloseable {

    final SqlClient sql;
    final KinesisClient kinesis;
    final String decisions;
    private final KinesisEmulator emulator;
    private final DataApiServer server;
    private final String jdbcUrl = SharedPostgres.newDatabase();
    private final DataApi api;

    Stage(KinesisEmulator emulator, String decisions) throws IOException {
        this.emulator = emulator;
        this.decisions = decisions;
        kinesis = emulator.newClient();
        server = DataApiServer.start(jdbcUrl, DatabaseAddress.LOCAL.database(), System::currentTimeMillis, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
        prepare();
    }

    private void prepare() throws IOException {
        sql.update(Sql.of("""
                insert into risk.accounts (account, mode, currency, risk_per_trade, max_positions, max_symbol_notional,
                    max_total_notional, max_orders_per_minute, max_daily_loss_r, max_consecutive_losses, loss_pause_ms,
                    max_data_age_ms, start_balance)
                values ('paper-main', 'paper', 'USDT', 20, 4, 50000, 100000, 100, 5, 5, 3600000, 30000, 10000)"""));
        sql.update(
                Sql.of("insert into risk.control values ('paper-main', 'none', null, 'test', ops.ts(1723161000000))"));
        sql.update(
                Sql.of("insert into portfolio.balances values ('paper-main', 'USDT', 10000, ops.ts(1723161000000))"));
        sql.update(Sql.of("insert into ops.sessions (state) values ('HEALTHY')"));
        sql.update(Sql.of("""
                insert into market.instruments values
                    ('BINANCE', 'BTCUSDT', 'BTC', 'USDT', true, 0.1, 0.001, 0.001, 120, 50, 1, ops.ts(1723161000000))"""));
        // Data as fresh as the recorded signals are long-lived: until 2100.
        sql.update(Sql.of("""
                insert into market.agg_trades_meta values
                    ('BTCUSDT', 1, now(), 61800, 1, now(), 1, ops.ts(4102444800000), 1, now())"""));
        String text = Files.readString(Path.of("..", "strategies", "demo_fast.json"));
        Strategy demo = StrategyFile.parse(text);
        sql.update(Sql.of("""
                        insert into strategy.strategies (name, version, strategy_version, lane, config, state, state_since)
                        values (:name, :version, :strategy_version, 'stream', :config, 'RUNNING', ops.ts(1723161000000))""")
                .with("name", demo.name())
                .with("version", demo.version())
                .with("strategy_version", demo.strategyVersion())
                .withJson("config", text));
    }

    URI dataApi() {
        return server.endpoint();
    }

    URI kinesisEndpoint() {
        return emulator.endpoint();
    }

    /** Every row of every table, as JSON behind the table's name; what differs by nature is masked. */
    List<String> rows() throws SQLException {
        String all = column("""
                select string_agg(format('select %L || to_jsonb(t)::text as x from %I.%I t',
                    table_schema || '.' || table_name || ' ', table_schema, table_name), ' union all ') as x
                from information_schema.tables
                where table_schema in ('market', 'strategy', 'execution', 'risk', 'portfolio', 'ops')
                    and table_type = 'BASE TABLE' and table_name not like 'schema%'""").getFirst();
        return column(all).stream().map(Masked::of).sorted().toList();
    }

    /** The first column as text, read past the Data API. */
    List<String> column(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement call = connection.createStatement()) {
            call.execute(statement);
        }
    }

    /** What was put on the stream, in order, masked likewise. */
    List<String> told() throws Exception {
        return Emulators.texts(Emulators.readAll(kinesis, decisions)).stream()
                .map(Masked::of)
                .toList();
    }

    @Override
    public void close() {
        kinesis.close();
        api.close();
        server.close();
    }
}
