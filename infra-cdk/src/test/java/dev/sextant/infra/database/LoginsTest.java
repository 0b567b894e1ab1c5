package dev.sextant.infra.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.infra.state.DatabaseRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The logins beside the roles and rights of the migrations. */
class LoginsTest {

    private static final String PERMISSION_DENIED = "42501";

    private static EmbeddedPostgres postgres;
    private static Connection connection;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        connection = postgres.getPostgresDatabase().getConnection();
        try (Stream<Path> files = Files.list(Path.of("../shared/platform/src/main/resources/db/migration"))) {
            for (Path file : files.sorted().toList()) {
                execute(Files.readString(file));
            }
        }
        for (int times = 0; times < 2; times++) {
            for (String statement : Logins.statements(LoginsTest::verifier)) {
                execute(statement);
            }
        }
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        connection.close();
        postgres.close();
    }

    @AfterEach
    void beTheOwnerAgain() throws SQLException {
        execute("reset session authorization");
    }

    @Test
    void everyRoleOfTheMigrationsHasALoginAndNoLoginIsWithoutARole() throws SQLException {
        assertEquals(
                Arrays.stream(DatabaseRole.values())
                        .map(DatabaseRole::user)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(Set.of(one("select string_agg(rolname, ',') from pg_roles where rolname like 'sextant%'")
                        .split(",", -1))));
    }

    @Test
    void theScorerCannotWriteIntentsNeitherByHandNorByTheProtocol() throws SQLException {
        as(DatabaseRole.SCORER);
        assertEquals(PERMISSION_DENIED, refusal("insert into execution.orders (intent_id) values ('a')"));
        assertEquals(PERMISSION_DENIED, refusal("select execution.reserve('{\"account\":\"a\"}')"));
        assertEquals(PERMISSION_DENIED, refusal("update risk.control set kill_level = 'none'"));
    }

    @Test
    void onlyThePlacerAndTheDirectLaneMayClaim() throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            assertEquals(
                    role == DatabaseRole.PLACER || role == DatabaseRole.DIRECT,
                    one("select has_function_privilege('" + role.user() + "', 'execution.claim(jsonb)', 'EXECUTE')")
                            .equals("t"),
                    role.user());
        }
    }

    @Test
    void nobodyChangesOrDeletesWhatHappened() throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            for (String table : List.of("ops.audit", "execution.order_events", "execution.fills", "portfolio.ledger")) {
                for (String privilege : List.of("UPDATE", "DELETE", "TRUNCATE")) {
                    assertEquals(
                            "f",
                            one("select has_table_privilege('" + role.user() + "', '" + table + "', '" + privilege
                                    + "')"),
                            role.user() + " " + privilege + " " + table);
                }
            }
        }
    }

    @Test
    void theVerifierIsTheOneThatPostgresItselfWouldStore() throws SQLException {
        execute("set password_encryption = 'scram-sha-256'");
        execute("create role twin login password 'correct horse battery staple'");
        String stored = one("select rolpassword from pg_authid where rolname = 'twin'");
        String[] parts = stored.split("[$:]", -1);
        assertEquals(
                stored,
                ScramVerifier.of(
                        "correct horse battery staple",
                        Base64.getDecoder().decode(parts[2]),
                        Integer.parseInt(parts[1])));
        assertEquals(
                verifier(DatabaseRole.API),
                one("select rolpassword from pg_authid where rolname = '" + DatabaseRole.API.user() + "'"));
    }

    private static String verifier(DatabaseRole role) {
        return ScramVerifier.of(
                "password of " + role.user(), new byte[ScramVerifier.SALT_BYTES], ScramVerifier.ITERATIONS);
    }

    private static void as(DatabaseRole role) throws SQLException {
        execute("set session authorization " + role.user());
    }

    private static String refusal(String sql) {
        return String.valueOf(
                assertThrows(SQLException.class, () -> execute(sql), sql).getSQLState());
    }

    private static String one(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next(), sql);
            return String.valueOf(rows.getString(1));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
