package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of drift for people: a table, and below it what nothing explains. */
final class DriftReport {

    private DriftReport() {}

    /** Whether somebody should look: too many differences, or one without an explanation. */
    static boolean calls(JsonNode rows) {
        for (JsonNode row : rows.path("items")) {
            if (row.path("above_limit").asBoolean() || row.path("unexplained").asLong() > 0) {
                return true;
            }
        }
        return false;
    }

    /** @param day the one that was asked for, or null for the last ones */
    static List<String> lines(JsonNode rows, @Nullable String day) {
        if (rows.path("items").isEmpty()) {
            return List.of(
                    day == null
                            ? "no day was measured yet; one is measured ten minutes after its end"
                            : "nothing was decided and no trade was closed on " + day);
        }
        Columns table = new Columns(
                "day",
                "symbol",
                "strategy",
                "decided",
                "equal",
                "missing",
                "late",
                "changed",
                "UNEXPLAINED",
                "trades",
                "latency",
                "fill",
                "total",
                "fee bps");
        List<String> told = new ArrayList<>();
        for (JsonNode row : rows.path("items")) {
            table.row(cells(row));
            told.addAll(differences(row, day != null));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(told);
        return lines;
    }

    private static String[] cells(JsonNode row) {
        String version = row.path("strategy_version").asText();
        return new String[] {
            row.path("day").asText(),
            row.path("symbol").asText(),
            version.equals("*") ? "(indicators)" : version,
            row.path("compared").asText(),
            row.path("equal").asText(),
            row.path("missing_data").asText(),
            row.path("late_input").asText(),
            row.path("strategy_changed").asText(),
            row.path("unexplained").asText() + (row.path("above_limit").asBoolean() ? " ABOVE LIMIT" : ""),
            row.path("trades").asText(),
            figure(row, "latency_bps"),
            figure(row, "fill_bps"),
            figure(row, "total_bps"),
            figure(row, "fee_bps")
        };
    }

    private static String figure(JsonNode row, String field) {
        return row.path(field).isNull() ? "-" : row.path(field).asText();
    }

    /** Of a single day everything that was kept, of several what nothing explains. */
    private static List<String> differences(JsonNode row, boolean all) {
        List<String> lines = new ArrayList<>();
        for (JsonNode difference : row.path("differences")) {
            if (all || difference.path("cause").asText().equals("unexplained")) {
                String field = difference.path("field").asText();
                lines.add("  " + row.path("strategy_version").asText() + " "
                        + difference.path("bucket_start").asText() + " "
                        + difference.path("kind").asText() + " "
                        + (field.isEmpty()
                                ? ""
                                : field + " " + difference.path("live").asText() + " -> "
                                        + difference.path("recomputed").asText() + " ")
                        + "(" + difference.path("cause").asText() + ": "
                        + difference.path("told").asText() + ")");
            }
        }
        return lines;
    }
}
