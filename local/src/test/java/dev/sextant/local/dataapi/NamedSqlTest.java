package dev.sextant.local.dataapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a statement is rewritten for the driver, and what is told about it. */
final class NamedSqlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select :a, :b, :a            | select ?, ?, ?             | [a, b, a]
            select ':a', ":b", :c::text  | select ':a', ":b", ?::text | [c]
            select j ? 'k', '?' -- ?     | select j ?? 'k', '?' -- ?  | []
            select $$ :a ? $$            | select $$ :a ? $$          | []
            x := :y                      | x := ?                     | [y]
            """)
    void namesBecomePlaceholders(String sql, String jdbc, String names) {
        NamedSql parsed = NamedSql.parse(sql);
        assertEquals(jdbc, parsed.jdbc());
        assertEquals(names, parsed.names().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1                                  | false
            update t set x = 1                        | false
            select pg_advisory_xact_lock(1)           | false
            set timezone to 'x'                       | true
            SET LOCAL x TO 1                          | true
            create temp table t (n int)               | true
            select pg_advisory_lock(1)                | true
            select set_config('a', 'b', false)        | true
            begin                                     | true
            """)
    void statementsThatMarkTheirSessionAreKnown(String sql, boolean leavesTraces) {
        assertEquals(leavesTraces, NamedSql.parse(sql).leavesTraces());
    }
}
