package dev.sextant.platform.sql;

import dev.sextant.platform.sql.SqlLexer.Kind;
import dev.sextant.platform.sql.SqlLexer.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The slow, obvious twin: one regular expression per rule of PostgreSQL's manual, tried in order at each place. */
final class NaiveLexer {

    private static final String START = "A-Za-z_\\x{80}-\\x{10ffff}";
    private static final Map<Pattern, Kind> RULES = new LinkedHashMap<>();

    static {
        rule("[eE]'(?:[^'\\\\]|''|\\\\.)*+'", Kind.QUOTED);
        rule("[eE]'.*", Kind.UNTERMINATED);
        rule("[" + START + "][" + START + "0-9$]*+", Kind.CODE);
        rule("[0-9][" + START + "0-9$]*+", Kind.CODE);
        rule("'(?:[^']|'')*+'", Kind.QUOTED);
        rule("\"(?:[^\"]|\"\")*+\"", Kind.QUOTED);
        rule("['\"].*", Kind.UNTERMINATED);
        rule("--[^\\n]*+", Kind.COMMENT);
        rule("(\\$(?:[" + START + "][" + START + "0-9]*+)?\\$).*?\\1", Kind.QUOTED);
        rule("\\$(?:[" + START + "][" + START + "0-9]*+)?\\$.*", Kind.UNTERMINATED);
        rule("::|:=", Kind.CODE);
        rule(":[A-Za-z_][A-Za-z0-9_]*+", Kind.PARAMETER);
        rule(";", Kind.SEMICOLON);
        rule(".", Kind.CODE);
    }

    private NaiveLexer() {}

    private static void rule(String regex, Kind kind) {
        RULES.put(Pattern.compile(regex, Pattern.DOTALL), kind);
    }

    static List<Token> tokens(String sql) {
        List<Token> tokens = new ArrayList<>();
        int position = 0;
        while (position < sql.length()) {
            Token token = sql.startsWith("/*", position) ? blockComment(sql, position) : match(sql, position);
            Token last = tokens.isEmpty() ? token : tokens.getLast();
            if (!tokens.isEmpty() && token.kind() == Kind.CODE && last.kind() == Kind.CODE) {
                tokens.set(tokens.size() - 1, new Token(Kind.CODE, last.start(), token.end()));
            } else {
                tokens.add(token);
            }
            position = token.end();
        }
        return tokens;
    }

    private static Token match(String sql, int position) {
        for (Map.Entry<Pattern, Kind> rule : RULES.entrySet()) {
            Matcher matcher = rule.getKey().matcher(sql).region(position, sql.length());
            if (matcher.lookingAt()) {
                return new Token(rule.getValue(), position, matcher.end());
            }
        }
        throw new AssertionError("the last rule takes any character");
    }

    /** Comments nest, which no regular expression can count. */
    private static Token blockComment(String sql, int position) {
        int open = 0;
        for (int i = position; i < sql.length(); i++) {
            if (sql.startsWith("/*", i)) {
                open++;
                i++;
            } else if (sql.startsWith("*/", i)) {
                open--;
                i++;
                if (open == 0) {
                    return new Token(Kind.COMMENT, position, i + 1);
                }
            }
        }
        return new Token(Kind.UNTERMINATED, position, sql.length());
    }
}
