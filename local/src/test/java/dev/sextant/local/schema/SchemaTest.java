package dev.sextant.local.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.local.dataapi.DataApiServer;
import dev.sextant.local.dataapi.Limits;
import dev.sextant.local.postgres.SharedPostgres;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The migrated schema beside the written one. Whoever changes a table changes {@code schema.txt} too, and sees it. */
class SchemaTest {

    private static final List<String> ROLES =
            List.of("ingest", "scorer", "risk", "placer", "direct", "reconciler", "api");

    private static DataApiServer server;
    private static DataApi api;
    private static SqlClient sql;

    @BeforeAll
    static void migrate() throws IOException {
        server = DataApiServer.start(
                SharedPostgres.newDatabase(), DatabaseAddress.LOCAL.database(), () -> 0, Limits.AWS);
        api = DataApi.local(server.endpoint());
        new Migrator(api, List.of("db/migration")).migrate();
        sql = new SqlClient(api);
    }

    @AfterAll
    static void close() {
        api.close();
        server.close();
    }

    @Test
    void tablesColumnsConstraintsAndGrantsAreAsWritten() throws IOException {
        String actual = String.join(
                "\n",
                section("tables and columns", sql.query(Sql.of("""
                        select table_schema || '.' || table_name || ' ' || string_agg(column_name || ' '
                                   || case data_type when 'timestamp with time zone' then 'timestamptz' else data_type end
                                   || case is_nullable when 'NO' then '!' else '' end, ', ' order by ordinal_position) as x
                        from information_schema.columns
                        where table_schema in ('market', 'strategy', 'execution', 'portfolio', 'risk', 'auth', 'backtest',
                                               'analytics', 'ops') and table_name not like 'agg_trades_2%'
                        group by table_schema, table_name order by 1"""))),
                section("constraints", sql.query(Sql.of("""
                        select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as x from pg_constraint
                        where connamespace::regnamespace::text in ('market', 'strategy', 'execution', 'portfolio', 'risk', 'auth',
                              'backtest', 'analytics', 'ops') and contype <> 'n' and conrelid <> 0
                          and conrelid::regclass::text not like '%agg_trades_2%'
                        order by conrelid::regclass::text, contype, pg_get_constraintdef(oid)"""))),
                section("functions of each role", sql.query(Sql.of("""
                        select grantee || ' ' || string_agg(distinct routine_schema || '.' || routine_name, ', '
                               order by routine_schema || '.' || routine_name) as x
                        from information_schema.routine_privileges where grantee like 'sextant_%'
                        group by grantee order by grantee"""))),
                section("tables that a role may write", sql.query(Sql.of("""
                        select grantee || ' ' || string_agg(distinct lower(privilege_type) || ' ' || table_schema || '.' || table_name, ', ') as x
                        from information_schema.column_privileges
                        where grantee like 'sextant_%' and privilege_type <> 'SELECT'
                        group by grantee order by grantee"""))),
                section("rows that a role is kept to", sql.query(Sql.of("""
                        select array_to_string(roles, ',') || ' ' || schemaname || '.' || tablename || ' ' || qual as x
                        from pg_policies where permissive = 'RESTRICTIVE' order by x"""))),
                "");
        try (InputStream written = SchemaTest.class.getResourceAsStream("schema.txt")) {
            String expected = written == null
                    ? "schema.txt is missing"
                    : new String(written.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(expected, actual);
        }
    }

    @Test
    void everyMomentIsATimestamptzAndEveryAmountExact() {
        assertEquals(List.of(), texts(sql.query(Sql.of("""
                        select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as x
                        from information_schema.columns
                        where table_schema in ('market', 'strategy', 'execution', 'portfolio', 'risk', 'auth', 'backtest', 'ops')
                          and (data_type in ('timestamp without time zone', 'real', 'money')
                               or (data_type = 'double precision'
                                   and column_name not in ('vwap_30m', 'atr_5m', 'atr_percentile')))"""))));
    }

    @Test
    void noRoleMayTouchWhatHappened() {
        for (String part : ROLES) {
            assertEquals(List.of(), texts(sql.query(Sql.of("""
                            select t || ' ' || p as x
                            from unnest(array['execution.order_events', 'execution.fills', 'portfolio.ledger', 'ops.audit',
                                              'ops.audit_heads', 'strategy.decisions', 'strategy.signal_indicators',
                                              'market.agg_trades', 'market.buckets', 'market.market_indicators',
                                              'execution.orders', 'execution.trades', 'portfolio.positions',
                                              'portfolio.balances', 'risk.accounts', 'risk.control', 'auth.users']) t,
                                 unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p
                            where has_table_privilege(:role, t, p)""").with("role", "sextant_" + part))), part);
        }
    }

    @Test
    void onlyThoseWhoSendMayClaimAndTheScorerMayNotEvenReserve() {
        assertEquals(List.of("placer", "direct"), mayExecute("execution.claim(jsonb)"));
        assertEquals(List.of("risk", "placer"), mayExecute("execution.reserve(jsonb)"));
        assertEquals(List.of("placer", "direct", "reconciler"), mayExecute("execution.report(jsonb)"));
        assertEquals(List.of("api"), mayExecute("strategy.set_state_once(text,text,text,text,text,text)"));
        assertEquals(List.of(), mayExecute("portfolio.book(text,text,text,text,numeric,timestamptz)"));
    }

    private static List<String> mayExecute(String function) {
        return ROLES.stream()
                .filter(part -> sql.query(Sql.of("select has_function_privilege(:role, :f, 'EXECUTE') as x")
                                .with("role", "sextant_" + part)
                                .with("f", function))
                        .getFirst()
                        .bool("x"))
                .toList();
    }

    private static String section(String title, List<Row> rows) {
        return texts(rows).stream().collect(Collectors.joining("\n", "# " + title + "\n", "\n"));
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(row -> row.text("x")).toList();
    }
}
