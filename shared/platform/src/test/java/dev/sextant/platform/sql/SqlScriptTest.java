package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class SqlScriptTest {

    @Test
    void semicolonsInsideBodiesQuotesAndCommentsDoNotSplit() {
        assertEquals(
                List.of(
                        "create table a (t text default ';')",
                        "-- why; because\ncreate function f() returns int language plpgsql as $body$ begin return 1; end; $body$",
                        "-- a comment belongs to what follows;\nselect 1 /* ; */"),
                SqlScript.split("""
                        create table a (t text default ';');
                        -- why; because
                        create function f() returns int language plpgsql as $body$ begin return 1; end; $body$;
                        ; /* nothing but a comment; */ ;; -- a comment belongs to what follows;
                        select 1 /* ; */"""));
    }

    @Test
    void anUnclosedQuoteIsNamedByItsLine() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> SqlScript.split("select 1;\nselect 2;\n  'open\n;\n"));
        assertEquals("the quote or comment opened on line 3 is never closed", failure.getMessage());
        assertEquals(
                "the quote or comment opened on line 1 is never closed",
                assertThrows(IllegalArgumentException.class, () -> SqlScript.split("$$"))
                        .getMessage());
    }

    @Test
    void countingNeedsNoClosedQuote() {
        assertEquals(0, SqlScript.count(" ; -- x\n ;"));
        assertEquals(1, SqlScript.count("select 1;"));
        assertEquals(2, SqlScript.count("select 1; 'open"));
    }

    @Property(tries = 1_000)
    void statementsJoinedBySemicolonsComeApartAgain(@ForAll("statements") List<String> statements) {
        String script = String.join(" ;\n", statements);
        assertEquals(statements, SqlScript.split(script));
        assertEquals(statements.size(), SqlScript.count(script));
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "select 1",
                        "select ';' as \";\"",
                        "do $$ begin perform 1; end $$",
                        "do $x$ begin perform $$;$$; end $x$",
                        "select e'\\';'",
                        "/* ; /* ; */ */ select 2",
                        "select a$b$ from c$b$",
                        "-- ;\nselect 3")
                .list()
                .ofMaxSize(8);
    }
}
