package dev.sextant.platform.migrate;

import dev.sextant.platform.sql.SqlLexer;
import dev.sextant.platform.sql.SqlScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One numbered file, cut into statements.
 *
 * @param version the number, from 1, without gaps
 * @param name the rest of the file's name
 * @param checksum SHA-256 of the text in hex, line ends taken as LF
 * @param statements what to run, in order
 */
record Migration(int version, String name, String checksum, List<String> statements) {

    /** The Data API's limit on a statement's text. */
    private static final int MAX_STATEMENT_CHARS = 65_536;

    private static final Pattern FILE_NAME = Pattern.compile("V(\\d{3,6})__([a-z0-9_]+)\\.sql");
    private static final Pattern BEGIN_ATOMIC = Pattern.compile("(?i)\\bbegin\\s+atomic\\b");

    Migration {
        statements = List.copyOf(statements);
    }

    static boolean isFileName(String fileName) {
        return FILE_NAME.matcher(fileName).matches();
    }

    static Migration parse(String fileName, String text) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new MigrationException(
                    "'" + fileName + "' is not a migration, expected a name like V001__orders.sql");
        }
        String script = text.replace("\r\n", "\n");
        Migration migration = new Migration(
                Integer.parseInt(matcher.group(1)), matcher.group(2), sha256(script), split(fileName, script));
        migration.checkStatements();
        return migration;
    }

    String fileName() {
        return "V%03d__%s.sql".formatted(version, name);
    }

    private static List<String> split(String fileName, String script) {
        try {
            return SqlScript.split(script);
        } catch (IllegalArgumentException e) {
            throw new MigrationException(fileName + ": " + e.getMessage(), e);
        }
    }

    private void checkStatements() {
        if (statements.isEmpty()) {
            throw new MigrationException(fileName() + " holds no statement");
        }
        for (int i = 0; i < statements.size(); i++) {
            String problem = problem(statements.get(i));
            if (!problem.isEmpty()) {
                throw new MigrationException(fileName() + ", statement " + (i + 1) + ": " + problem);
            }
        }
    }

    private static String problem(String statement) {
        if (statement.length() > MAX_STATEMENT_CHARS) {
            return statement.length() + " characters, the Data API takes " + MAX_STATEMENT_CHARS;
        }
        for (SqlLexer.Token token : SqlLexer.tokens(statement)) {
            if (token.kind() == SqlLexer.Kind.PARAMETER) {
                return "'" + token.in(statement) + "' would be taken for a parameter; quote it or add a space";
            }
            if (token.kind() == SqlLexer.Kind.CODE
                    && BEGIN_ATOMIC.matcher(token.in(statement)).find()) {
                return "BEGIN ATOMIC bodies can't be split; write the body in dollar quotes";
            }
        }
        return "";
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
