package dev.sextant.local.dataapi;

import java.util.LinkedHashMap;
import java.util.Map;

/** The last few hundred rewritten statements; the desk sends the same ones over and over. */
final class StatementCache {

    private static final int CAPACITY = 512;

    private final Map<String, NamedSql> byText = new LinkedHashMap<>(CAPACITY, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NamedSql> eldest) {
            return size() > CAPACITY;
        }
    };

    synchronized NamedSql get(String text) {
        return byText.computeIfAbsent(text, NamedSql::parse);
    }
}
