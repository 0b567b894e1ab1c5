package dev.sextant.platform.sql;

import dev.sextant.platform.sql.SqlLexer.Kind;
import dev.sextant.platform.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a script into its statements, for the Data API takes one statement a call. Semicolons inside quotes, dollar
 * quotes and comments do not split. Not supported: SQL-standard function bodies ({@code BEGIN ATOMIC … END}), whose
 * semicolons are bare; write such bodies in dollar quotes.
 */
public final class SqlScript {

    private SqlScript() {}

    /**
     * The statements in order, trimmed, without their semicolons; comments stay where they are, and pieces with nothing
     * but comments are left out.
     *
     * @throws IllegalArgumentException when a quote or comment is never closed, naming the line it opens on
     */
    public static List<String> split(String script) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        boolean substance = false;
        for (Token token : SqlLexer.tokens(script)) {
            switch (token.kind()) {
                case SEMICOLON -> {
                    addIf(substance, statements, script.substring(start, token.start()));
                    start = token.end();
                    substance = false;
                }
                case UNTERMINATED ->
                    throw new IllegalArgumentException(
                            "the quote or comment opened on line " + line(script, token.start()) + " is never closed");
                case CODE -> substance |= !token.in(script).isBlank();
                case QUOTED, PARAMETER -> substance = true;
                case COMMENT -> {}
            }
        }
        addIf(substance, statements, script.substring(start));
        return statements;
    }

    /** How many statements the text holds; an unclosed quote belongs to the statement it stands in. Never fails. */
    public static int count(String text) {
        int count = 0;
        boolean substance = false;
        for (Token token : SqlLexer.tokens(text)) {
            if (token.kind() == Kind.SEMICOLON) {
                count += substance ? 1 : 0;
                substance = false;
            } else if (token.kind() != Kind.COMMENT) {
                substance |= !token.in(text).isBlank();
            }
        }
        return count + (substance ? 1 : 0);
    }

    private static void addIf(boolean substance, List<String> statements, String text) {
        if (substance) {
            statements.add(text.strip());
        }
    }

    private static long line(String script, int index) {
        return script.substring(0, index).lines().count() + (index == 0 || script.charAt(index - 1) == '\n' ? 1 : 0);
    }
}
