package dev.sextant.platform.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts PostgreSQL text into spans: which parts are code, which are quoted or commented, where a named parameter
 * ({@code :name}) stands and where a statement ends. It follows PostgreSQL's own lexical rules (the manual, chapter
 * "Lexical Structure") with {@code standard_conforming_strings} on: doubled quotes, {@code E''} escapes, dollar quotes,
 * nested comments. {@code ::} is a cast, never a parameter. Used by {@link Sql}, {@link SqlScript} and the local
 * endpoint, which must agree.
 */
public final class SqlLexer {

    /** What a span of text is. */
    public enum Kind {
        /** Keywords, names, numbers, operators, white space. */
        CODE,
        /** A string constant, a quoted identifier or a dollar-quoted body, with its quotes. */
        QUOTED,
        /** A line or block comment. */
        COMMENT,
        /** {@code :name}, with the colon. */
        PARAMETER,
        /** One semicolon outside everything else. */
        SEMICOLON,
        /** A quote or block comment that never ends; reaches to the end of the text. */
        UNTERMINATED
    }

    /** A span: characters {@code start} (inclusive) to {@code end} (exclusive). */
    public record Token(Kind kind, int start, int end) {

        /** The span's text, given the text that was cut. */
        public String in(String sql) {
            return sql.substring(start, end);
        }
    }

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int codeStart;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    /** The spans in order, without gaps: joined, they are the text again. Never fails. */
    public static List<Token> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.position < sql.length()) {
            lexer.step();
        }
        lexer.endCode();
        return lexer.tokens;
    }

    private void step() {
        char c = sql.charAt(position);
        char next = peek(1);
        if (isNameStart(c)) {
            name(c);
        } else if (c >= '0' && c <= '9') {
            skipName();
        } else if (c == '\'' || c == '"') {
            quoted(position, quoteEnd(position + 1, c, false));
        } else if (c == '-' && next == '-') {
            comment(lineEnd());
        } else if (c == '/' && next == '*') {
            comment(blockCommentEnd());
        } else if (c == '$') {
            dollar();
        } else if (c == ':') {
            colon(next);
        } else if (c == ';') {
            emit(Kind.SEMICOLON, position, position + 1);
        } else {
            position++;
        }
    }

    /** A name, or the {@code E} of an escape string. Names may hold {@code $}, which then opens no dollar quote. */
    private void name(char first) {
        if ((first == 'e' || first == 'E') && peek(1) == '\'') {
            quoted(position, quoteEnd(position + 2, '\'', true));
        } else {
            skipName();
        }
    }

    private void skipName() {
        do {
            position++;
        } while (position < sql.length() && isNamePart(sql.charAt(position)));
    }

    private void dollar() {
        int tagEnd = position + 1;
        if (tagEnd < sql.length() && isNameStart(sql.charAt(tagEnd))) {
            while (tagEnd < sql.length() && isNamePart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
                tagEnd++;
            }
        }
        if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$') {
            position++;
            return;
        }
        String tag = sql.substring(position, tagEnd + 1);
        int close = sql.indexOf(tag, tagEnd + 1);
        quoted(position, close < 0 ? -1 : close + tag.length());
    }

    private void colon(char next) {
        if (next == ':' || next == '=') {
            position += 2;
        } else if (isParameterStart(next)) {
            int end = position + 2;
            while (end < sql.length() && isParameterPart(sql.charAt(end))) {
                end++;
            }
            emit(Kind.PARAMETER, position, end);
        } else {
            position++;
        }
    }

    private void quoted(int start, int end) {
        if (end < 0) {
            emit(Kind.UNTERMINATED, start, sql.length());
        } else {
            emit(Kind.QUOTED, start, end);
        }
    }

    private void comment(int end) {
        if (end < 0) {
            emit(Kind.UNTERMINATED, position, sql.length());
        } else {
            emit(Kind.COMMENT, position, end);
        }
    }

    /** The index after the closing quote, or −1. */
    private int quoteEnd(int from, char quote, boolean backslashEscapes) {
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\\' && backslashEscapes) {
                i++;
            } else if (c == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private int lineEnd() {
        int end = sql.indexOf('\n', position);
        return end < 0 ? sql.length() : end;
    }

    private int blockCommentEnd() {
        int depth = 1;
        int i = position + 2;
        while (i + 1 < sql.length()) {
            if (sql.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (sql.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return -1;
    }

    private void emit(Kind kind, int start, int end) {
        position = start;
        endCode();
        tokens.add(new Token(kind, start, end));
        position = end;
        codeStart = end;
    }

    private void endCode() {
        if (position > codeStart) {
            tokens.add(new Token(Kind.CODE, codeStart, position));
        }
    }

    private char peek(int ahead) {
        return position + ahead < sql.length() ? sql.charAt(position + ahead) : '\0';
    }

    private static boolean isNameStart(char c) {
        return isParameterStart(c) || c >= 0x80;
    }

    private static boolean isNamePart(char c) {
        return isParameterPart(c) || c >= 0x80 || c == '$';
    }

    private static boolean isParameterStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isParameterPart(char c) {
        return isParameterStart(c) || (c >= '0' && c <= '9');
    }
}
