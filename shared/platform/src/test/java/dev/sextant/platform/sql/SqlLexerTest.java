package dev.sextant.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SqlLexerTest {

    private static final String[] FRAGMENTS = {
        "'", "''", "\"", "\"\"", "$$", "$a$", "$b$", "$1", "$", "--", "\n", "/*", "*/", "/", "*", ":a", ":B_2", "::",
        ":=", ":", ":1", ";", "e'", "E'", "\\", "\\'", "x", "1", " ", "é", "_", "a$b", "select", "💹", "-", "=", "?"
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select :a, :b_2              | [C:select ] [P::a] [C:, ] [P::b_2]
            select a::text, b := 1       | [C:select a::text, b := 1]
            x[1:2], y : z                | [C:x[1:2], y : z]
            x[lo:hi]                     | [C:x[lo] [P::hi] [C:]]
            ':a' ":b" :c                 | [Q:':a'] [C: ] [Q:":b"] [C: ] [P::c]
            'it''s :a' :b                | [Q:'it''s :a'] [C: ] [P::b]
            '\\' :a                      | [Q:'\\'] [C: ] [P::a]
            E'\\' :a' :b                 | [Q:E'\\' :a'] [C: ] [P::b]
            se'\\' :a                    | [C:se] [Q:'\\'] [C: ] [P::a]
            $$ :a ' ; $$ :b              | [Q:$$ :a ' ; $$] [C: ] [P::b]
            $f$ $$ :a $$ $f$ :b          | [Q:$f$ $$ :a $$ $f$] [C: ] [P::b]
            a$f$ :b $f$                  | [C:a$f$ ] [P::b] [C: ] [U:$f$]
            $1 :a $2                     | [C:$1 ] [P::a] [C: $2]
            1 -- :a ; '                  | [C:1 ] [M:-- :a ; ']
            /* :a /* ; */ ' */ :b        | [M:/* :a /* ; */ ' */] [C: ] [P::b]
            a; b                         | [C:a] [S:;] [C: b]
            'open :a ;                   | [U:'open :a ;]
            $$ open ;                    | [U:$$ open ;]
            /* open /* */ ;              | [U:/* open /* */ ;]
            a /b *c                      | [C:a /b *c]
            """)
    void aTextIsCutAsPostgresCutsIt(String sql, String expected) {
        assertEquals(expected, shown(sql, SqlLexer.tokens(sql)));
    }

    @Property(tries = 5_000)
    void theLexerAgreesWithItsNaiveTwin(@ForAll("texts") String sql) {
        assertEquals(shown(sql, NaiveLexer.tokens(sql)), shown(sql, SqlLexer.tokens(sql)));
    }

    @Property(tries = 1_000)
    void nothingIsLostAndNothingIsCutTwice(@ForAll String sql) {
        assertEquals(
                sql, SqlLexer.tokens(sql).stream().map(token -> token.in(sql)).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(FRAGMENTS).list().ofMaxSize(14).map(parts -> String.join("", parts));
    }

    private static String shown(String sql, List<SqlLexer.Token> tokens) {
        return tokens.stream()
                .map(token -> "[" + letter(token.kind()) + ":" + token.in(sql) + "]")
                .collect(Collectors.joining(" "));
    }

    private static String letter(SqlLexer.Kind kind) {
        return switch (kind) {
            case CODE -> "C";
            case QUOTED -> "Q";
            case COMMENT -> "M";
            case PARAMETER -> "P";
            case SEMICOLON -> "S";
            case UNTERMINATED -> "U";
        };
    }
}
