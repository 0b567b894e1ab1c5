package dev.sextant.local.dataapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.migrate.MigrationException;
import dev.sextant.platform.migrate.Migrator;
import dev.sextant.platform.migrate.Migrator.Outcome;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Migrations through the endpoint, as they will run on Aurora. */
@Timeout(60)
final class MigratorContractTest {

    @TempDir
    Path root;

    private TestDatabase db;

    @BeforeEach
    void start() throws IOException {
        db = new TestDatabase();
        Files.createDirectories(root.resolve("db/migration"));
        file("V001__books.sql", """
                create schema books; -- one; comment
                create table books.book (id bigint primary key, title text not null default 'a;b');
                create function books.add(wanted bigint) returns bigint language plpgsql as $body$
                declare
                  added bigint := 0;
                begin
                  insert into books.book (id) values (wanted) returning id into added;
                  return added;
                end
                $body$;
                """);
    }

    @AfterEach
    void stop() {
        db.close();
    }

    @Test
    void filesAreAppliedInOrderAndOnlyOnce() throws IOException {
        assertEquals(new Outcome(0, 1), migrate());
        assertEquals(5, db.sql().callOne(Sql.of("select books.add(5) as id")).longValue("id"));
        file("V002__authors.sql", "create table books.author (name text);");
        assertEquals(new Outcome(1, 2), migrate());
        assertEquals(new Outcome(2, 2), migrate());
        List<Row> rows = db.sql()
                .query(Sql.of("select version, name, length(checksum) as c from ops.schema_migrations order by 1"));
        assertEquals(
                List.of("1 books 64", "2 authors 64"),
                rows.stream()
                        .map(row -> row.intValue("version") + " " + row.text("name") + " " + row.intValue("c"))
                        .toList());
    }

    @Test
    void aFileThatFailsHalfWayLeavesNothingAndTheFilesBeforeItStay() throws IOException {
        file("V002__broken.sql", "create table books.half (n int); insert into books.absent values (1);");
        assertEquals(
                "V002__broken.sql, statement 2 failed and nothing of the file was applied:"
                        + " ERROR: relation \"books.absent\" does not exist",
                refusal());
        assertEquals("books.book", tables());
        file("V002__broken.sql", "create table books.half (n int); insert into books.half values (1);");
        assertEquals(new Outcome(1, 2), migrate());
        assertEquals("books.book books.half", tables());
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        migrate();
        file("V001__books.sql", "create schema books;");
        assertEquals(
                "V001__books.sql was changed after it was applied: restore it and add a new migration instead",
                refusal());
    }

    @Test
    void lineEndsAreNotAChange() throws IOException {
        file("V001__books.sql", "create schema books;\ncreate table books.book (id int);\n");
        migrate();
        file("V001__books.sql", "create schema books;\r\ncreate table books.book (id int);\r\n");
        assertEquals(new Outcome(1, 1), migrate());
    }

    @Test
    void aNewerDatabaseIsRefused() throws IOException {
        file("V002__authors.sql", "create table books.author (name text);");
        migrate();
        Files.delete(root.resolve("db/migration/V002__authors.sql"));
        assertEquals("the database is at version 2, this program knows 1: start the newer program", refusal());
    }

    @Test
    void aHistoryWithAHoleIsRefused() throws IOException {
        file("V002__authors.sql", "create table books.author (name text);");
        migrate();
        db.sql().update(Sql.of("delete from ops.schema_migrations where version = 1"));
        assertEquals("V002 is applied, but V001 before it is not: the history has a gap", refusal());
    }

    @Test
    void whicheverCallIsLostTheSchemaEndsWholeAndRecordedOnce() {
        for (FaultyCalls.When when : FaultyCalls.When.values()) {
            int calls = Integer.MAX_VALUE;
            for (int lost = 1; lost <= calls; lost++) {
                db.execute("drop schema if exists books cascade");
                db.execute("drop schema if exists ops cascade");
                FaultyCalls faulty = new FaultyCalls(db.client(), lost, when);
                DataApi api = new DataApi(faulty.client(), db.api().address());
                assertEquals(1, migrator(api, Duration.ofSeconds(5)).migrate().after(), when + " call " + lost);
                assertEquals(
                        5, db.sql().callOne(Sql.of("select books.add(5) as id")).longValue("id"));
                assertEquals(
                        1,
                        db.sql()
                                .query(Sql.of("select 1 as n from ops.schema_migrations"))
                                .size());
                calls = faulty.made();
            }
        }
    }

    @Test
    void aKillBetweenStatementsLeavesNothing() {
        // What a killed starter leaves: an open transaction that nobody will end, until the service does.
        String abandoned = db.begin();
        db.within(abandoned, "select pg_try_advisory_xact_lock(7350912468)");
        db.within(abandoned, "create schema books");
        assertEquals(
                "another program has held the migration lock for 0 s: stop it or wait",
                assertThrows(
                                MigrationException.class,
                                () -> migrator(db.api(), Duration.ZERO).migrate())
                        .getMessage());
        db.clock().advanceMs(180_001);
        assertEquals(new Outcome(0, 1), migrate());
    }

    @Test
    void twoStartersDoNotCollide() throws IOException {
        for (int version = 2; version <= 6; version++) {
            file("V%03d__more.sql".formatted(version), "create table books.more_%d (n int);".formatted(version));
        }
        CompletableFuture<Outcome> other = CompletableFuture.supplyAsync(this::migrate);
        Outcome mine = migrate();
        assertEquals(6, mine.after());
        assertEquals(6, other.join().after());
    }

    @Test
    void anotherHolderOfTheLockIsWaitedFor() throws Exception {
        try (Connection holder = DriverManager.getConnection(db.jdbcUrl())) {
            holder.createStatement().execute("select pg_advisory_lock(7350912468)");
            CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(this::migrate);
            holder.createStatement().execute("select pg_sleep(0.3)");
            assertTrue(!waiting.isDone());
            holder.createStatement().execute("select pg_advisory_unlock(7350912468)");
            assertEquals(new Outcome(0, 1), waiting.join());
        }
    }

    @Test
    void migrationsInAJarAreFoundToo() throws Exception {
        Path jar = root.resolve("migrations.jar");
        try (java.nio.file.FileSystem zip = java.nio.file.FileSystems.newFileSystem(
                java.net.URI.create("jar:" + jar.toUri()), java.util.Map.of("create", "true"))) {
            Files.createDirectories(zip.getPath("/db/migration"));
            Files.writeString(zip.getPath("/db/migration/V001__one.sql"), "create table in_a_jar (n int)");
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            assertEquals(
                    new Outcome(0, 1),
                    new Migrator(db.api(), loader, List.of("db/migration"), Duration.ofSeconds(5)).migrate());
        }
    }

    private Outcome migrate() {
        return migrator(db.api(), Duration.ofSeconds(20)).migrate();
    }

    private Migrator migrator(DataApi api, Duration lockWait) {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            return new Migrator(api, loader, List.of("db/migration"), lockWait);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String refusal() {
        return String.valueOf(
                assertThrows(MigrationException.class, this::migrate).getMessage());
    }

    private String tables() {
        return db.sql().queryOne(Sql.of("""
                        select string_agg(schemaname || '.' || tablename, ' ' order by tablename) as t
                        from pg_tables where schemaname = 'books'""")).orElseThrow().text("t");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(root.resolve("db/migration").resolve(name), text);
    }
}
