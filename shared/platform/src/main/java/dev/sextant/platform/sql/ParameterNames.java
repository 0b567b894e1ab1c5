package dev.sextant.platform.sql;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Compares the names in a statement's text with the names that are bound. Texts are constants, so each is cut once. */
final class ParameterNames {

    private static final ConcurrentHashMap<String, Set<String>> BY_TEXT = new ConcurrentHashMap<>();

    /** Far above the number of statements in the program; a guard for texts that come from files. */
    private static final int MAX_CACHED = 2_000;

    private ParameterNames() {}

    static void check(Sql sql) {
        Set<String> wanted = in(sql.text());
        Set<String> bound = Set.copyOf(sql.boundNames());
        if (wanted.equals(bound)) {
            return;
        }
        Set<String> missing = minus(wanted, bound);
        String problem = missing.isEmpty()
                ? "parameter :" + minus(bound, wanted).iterator().next() + " does not occur"
                : "parameter :" + missing.iterator().next() + " is not bound";
        throw new IllegalArgumentException(problem + " in \"" + sql.shortText() + '"');
    }

    private static Set<String> in(String text) {
        Set<String> known = BY_TEXT.get(text);
        if (known != null) {
            return known;
        }
        Set<String> names = SqlLexer.tokens(text).stream()
                .filter(token -> token.kind() == SqlLexer.Kind.PARAMETER)
                .map(token -> text.substring(token.start() + 1, token.end()))
                .collect(Collectors.toUnmodifiableSet());
        if (BY_TEXT.size() < MAX_CACHED) {
            BY_TEXT.put(text, names);
        }
        return names;
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
