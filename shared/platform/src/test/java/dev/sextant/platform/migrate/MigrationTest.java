package dev.sextant.platform.migrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MigrationTest {

    @TempDir
    Path root;

    @Test
    void aFileBecomesANumberedListOfStatements() {
        Migration migration =
                Migration.parse("V012__order_events.sql", "create table a (n int);\n-- x;\ncreate table b (n int)");
        assertEquals(12, migration.version());
        assertEquals("order_events", migration.name());
        assertEquals("V012__order_events.sql", migration.fileName());
        assertEquals(List.of("create table a (n int)", "-- x;\ncreate table b (n int)"), migration.statements());
    }

    @Test
    void theChecksumIgnoresLineEndsAndNothingElse() {
        String sum = Migration.parse("V001__a.sql", "select 1;\nselect 2;\n").checksum();
        assertEquals(
                sum,
                Migration.parse("V001__a.sql", "select 1;\r\nselect 2;\r\n").checksum());
        assertNotEquals(
                sum, Migration.parse("V001__a.sql", "select 1;\nselect 2; \n").checksum());
        assertEquals(64, sum.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"V1__a.sql", "V001_a.sql", "V001__A.sql", "v001__a.sql", "V001__a.txt", "readme.md"})
    void anotherNameIsRefused(String name) {
        assertEquals(
                "'" + name + "' is not a migration, expected a name like V001__orders.sql",
                refusal(() -> Migration.parse(name, "select 1")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -- only words                          | V001__a.sql holds no statement
            select 1; select 'open                 | V001__a.sql: the quote or comment opened on line 1 is never closed
            select 1; select :later                | V001__a.sql, statement 2: ':later' would be taken for a parameter; quote it or add a space
            create function f() returns int begin atomic select 1; end | V001__a.sql, statement 1: BEGIN ATOMIC bodies can't be split; write the body in dollar quotes
            """)
    void whatTheDataApiCouldNotRunIsRefusedBeforeItIsTried(String text, String message) {
        assertEquals(message, refusal(() -> Migration.parse("V001__a.sql", text)));
    }

    @Test
    void aStatementTooLongForTheDataApiIsRefused() {
        String text = "select '" + "x".repeat(65_536) + "'";
        assertEquals(
                "V001__a.sql, statement 1: 65545 characters, the Data API takes 65536",
                refusal(() -> Migration.parse("V001__a.sql", text)));
    }

    @Test
    void filesOfSeveralFoldersFormOneSeriesWithoutGapsOrTwins() throws IOException {
        file("one/V001__a.sql");
        file("one/V003__c.sql");
        assertEquals("migration V002 is missing before V003__c.sql", refusal(() -> load("one")));
        file("two/V002__b.sql");
        assertEquals(
                List.of("a", "b", "c"),
                load("one", "two").stream().map(Migration::name).toList());
        file("two/V003__d.sql");
        assertEquals("two migrations are numbered V003, one is V003__d.sql", refusal(() -> load("one", "two")));
        assertEquals("no migrations in three on the class path", refusal(() -> load("one", "three")));
    }

    private void file(String name) throws IOException {
        Files.createDirectories(root.resolve(name).getParent());
        Files.writeString(root.resolve(name), "select 1");
    }

    private List<Migration> load(String... folders) {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            return MigrationFiles.load(loader, List.of(folders));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refusal(Runnable work) {
        return String.valueOf(assertThrows(MigrationException.class, work::run).getMessage());
    }
}
