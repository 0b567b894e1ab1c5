package dev.sextant.local.dataapi;

import dev.sextant.platform.sql.SqlLexer;
import dev.sextant.platform.sql.SqlScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement rewritten for JDBC: each {@code :name} became a {@code ?}, and PostgreSQL's own {@code ?} operators are
 * doubled, which is how its driver wants them.
 *
 * @param jdbc the rewritten text
 * @param names the parameter of each placeholder, in order; a name may come twice
 * @param single whether there is at most one statement
 * @param leavesTraces whether it may leave the session other than it was; the service gives each call a fresh one
 */
record NamedSql(String jdbc, List<String> names, boolean single, boolean leavesTraces) {

    private static final Pattern LEAVES_TRACES =
            Pattern.compile("^\\s*(set|reset|listen|unlisten|begin|start|prepare|deallocate|declare|discard|load)\\b"
                    + "|\\b(temp|temporary)\\b|pg_advisory_lock|pg_try_advisory_lock|set_config");

    NamedSql {
        names = List.copyOf(names);
    }

    static NamedSql parse(String sql) {
        StringBuilder jdbc = new StringBuilder(sql.length());
        List<String> names = new ArrayList<>();
        for (SqlLexer.Token token : SqlLexer.tokens(sql)) {
            String text = token.in(sql);
            switch (token.kind()) {
                case PARAMETER -> {
                    jdbc.append('?');
                    names.add(text.substring(1));
                }
                case CODE -> jdbc.append(text.replace("?", "??"));
                case QUOTED, COMMENT, UNTERMINATED, SEMICOLON -> jdbc.append(text);
            }
        }
        boolean single = SqlScript.count(sql) <= 1;
        boolean traces = LEAVES_TRACES.matcher(sql.toLowerCase(Locale.ROOT)).find();
        return new NamedSql(jdbc.toString(), names, single, traces);
    }
}
