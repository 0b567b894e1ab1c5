package dev.sextant.local.dataapi;

import static dev.sextant.fuzz.PropertyBroken.unless;
import static dev.sextant.fuzz.PropertyBroken.unlessEqual;

import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.platform.sql.SqlLexer;
import dev.sextant.platform.sql.SqlScript;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Statements of the Data API. The lexer never fails and its spans, joined, are the text. A script is split into as many
 * statements as it is counted to have, each of them one, or refused by the line of what is never closed. A rewritten
 * statement has a placeholder for each parameter, and with the names put back it is the text.
 */
public final class SqlTarget implements FuzzTarget {

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public Verdict check(byte[] input) {
        String sql = new String(input, StandardCharsets.UTF_8);
        StringBuilder joined = new StringBuilder();
        StringBuilder kinds = new StringBuilder();
        List<SqlLexer.Token> tokens = SqlLexer.tokens(sql);
        for (SqlLexer.Token token : tokens) {
            unless(token.start() < token.end(), "a span has characters");
            joined.append(token.in(sql));
            kinds.append(kinds.length() < 12 ? token.kind().name().substring(0, 1) : "");
        }
        unlessEqual(sql, joined.toString(), "the spans are the text");
        checkNamed(sql, tokens);
        try {
            List<String> statements = SqlScript.split(sql);
            unlessEqual(statements.size(), SqlScript.count(sql), "split and count agree");
            for (String statement : statements) {
                unlessEqual(1, SqlScript.count(statement), "a piece of a script is one statement");
            }
            return new Verdict.Accepted(kinds.toString());
        } catch (IllegalArgumentException e) {
            return Verdict.refused(e);
        }
    }

    private static void checkNamed(String sql, List<SqlLexer.Token> tokens) {
        NamedSql named = NamedSql.parse(sql);
        StringBuilder expected = new StringBuilder();
        int parameters = 0;
        for (SqlLexer.Token token : tokens) {
            String text = token.in(sql);
            switch (token.kind()) {
                case PARAMETER -> {
                    unlessEqual(text, ":" + named.names().get(parameters++), "a placeholder has its name");
                    expected.append('?');
                }
                case CODE -> expected.append(text.replace("?", "??"));
                case QUOTED, COMMENT, SEMICOLON, UNTERMINATED -> expected.append(text);
            }
        }
        unlessEqual(parameters, named.names().size(), "each parameter has a placeholder");
        unlessEqual(expected.toString(), named.jdbc(), "nothing else is rewritten");
    }
}
