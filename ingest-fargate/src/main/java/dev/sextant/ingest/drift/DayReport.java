package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a day came to: a row for each symbol and strategy version that decided something or closed a trade. */
final class DayReport {

    private static final int KEPT_DEFECTS = 20;

    private record Key(String symbol, String version) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (symbol + " " + version).compareTo(other.symbol + " " + other.version);
        }
    }

    private static final class Entry {
        private Tally tally = new Tally();
        private final CostSheet costs = new CostSheet();
        private List<String> defects = List.of();
    }

    private final Map<Key, Entry> entries = new TreeMap<>();

    void add(Symbol symbol, String version, Tally tally, Defects defects) {
        if (tally.compared() > 0) {
            Entry entry = entry(symbol, version);
            entry.tally = tally;
            entry.defects = defects.told(KEPT_DEFECTS);
        }
    }

    void add(Leg leg, @Nullable BigDecimal acceptedAt) {
        entry(leg.symbol(), leg.strategyVersion()).costs.add(leg, acceptedAt);
    }

    private Entry entry(Symbol symbol, String version) {
        return entries.computeIfAbsent(new Key(symbol.name(), version), _ -> new Entry());
    }

    List<ObjectNode> rows() {
        return entries.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static ObjectNode row(Key key, Entry entry) {
        int at = key.version().indexOf('@');
        ObjectNode row = JsonNodeFactory.instance
                .objectNode()
                .put("symbol", key.symbol())
                .put("strategy", at < 0 ? key.version() : key.version().substring(0, at))
                .put("strategy_version", key.version());
        entry.tally.writeTo(row);
        entry.costs.writeTo(row);
        ObjectNode body = row.putObject("body");
        body.set("differences", entry.tally.differences());
        entry.defects.forEach(body.putArray("defects")::add);
        body.set("leg_costs", entry.costs.legs());
        return row;
    }

    long unexplained() {
        return entries.values().stream()
                .mapToLong(entry -> entry.tally.of(Cause.UNEXPLAINED))
                .sum();
    }

    /** Rows with more differences than the limit. */
    long aboveLimit() {
        return entries.values().stream()
                .filter(entry -> entry.tally.aboveLimit())
                .count();
    }

    String told() {
        long compared = entries.values().stream()
                .mapToLong(entry -> entry.tally.compared())
                .sum();
        long differing = entries.values().stream()
                .mapToLong(entry -> entry.tally.differing())
                .sum();
        return compared + " comparisons, " + differing + " differ, " + unexplained() + " unexplained";
    }
}
