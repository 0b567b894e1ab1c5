package dev.sextant.ingest.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The first field in which two JSON objects differ, both values as texts. Fields are looked at from cause to effect:
 * indicators, coverage, factors, scores, gate. Numbers are compared by value;
 * an absent field is null.
 *
 * @param field its path, for example {@code factors.cvd.points}
 */
record FieldDifference(String field, String live, String recomputed) {

    private static final List<String> FROM_CAUSE_TO_EFFECT = List.of(
            "price",
            "indicators",
            "covered",
            "factors",
            "long_score",
            "short_score",
            "score",
            "direction",
            "threshold");
    private static final Set<String> OF_THE_ROW = Set.of("price", "indicators", "covered");

    /** Whether the indicators differ, on which all else rests. */
    boolean ofTheRow() {
        int dot = field.indexOf('.');
        return OF_THE_ROW.contains(dot < 0 ? field : field.substring(0, dot));
    }

    static Optional<FieldDifference> first(JsonNode live, JsonNode recomputed) {
        return first("", live, recomputed);
    }

    private static Optional<FieldDifference> first(String path, JsonNode live, JsonNode recomputed) {
        if (live.isObject() && recomputed.isObject()) {
            return names(live, recomputed).stream()
                    .map(name -> first(below(path, name), live.path(name), recomputed.path(name)))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (live.isArray() && recomputed.isArray()) {
            return firstOfElements(path, live, recomputed);
        }
        return same(live, recomputed)
                ? Optional.empty()
                : Optional.of(new FieldDifference(path, text(live), text(recomputed)));
    }

    private static Optional<FieldDifference> firstOfElements(String path, JsonNode live, JsonNode recomputed) {
        for (int i = 0; i < Math.max(live.size(), recomputed.size()); i++) {
            String name = recomputed.path(i).path("name").asText(Integer.toString(i));
            Optional<FieldDifference> first = first(below(path, name), live.path(i), recomputed.path(i));
            if (first.isPresent()) {
                return first;
            }
        }
        return Optional.empty();
    }

    private static Set<String> names(JsonNode live, JsonNode recomputed) {
        Set<String> names = new LinkedHashSet<>(FROM_CAUSE_TO_EFFECT);
        recomputed.fieldNames().forEachRemaining(names::add);
        live.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean same(JsonNode live, JsonNode recomputed) {
        if (live.isNumber() && recomputed.isNumber()) {
            return live.decimalValue().compareTo(recomputed.decimalValue()) == 0;
        }
        return Objects.equals(text(live), text(recomputed));
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? "null"
                : value.isValueNode() ? value.asText() : value.toString();
    }
}
