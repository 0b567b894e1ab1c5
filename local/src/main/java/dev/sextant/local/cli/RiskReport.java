package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The guard in lines for people. */
final class RiskReport {

    private RiskReport() {}

    static List<String> lines(JsonNode risk) {
        List<String> lines = new ArrayList<>();
        lines.add(text(risk.path("guard"), "state") + "  " + text(risk, "account") + "  " + text(risk, "mode")
                + "  market time " + text(risk, "as_of") + "  stops at version " + text(risk, "stops_version"));
        for (JsonNode finding : risk.at("/guard/findings")) {
            lines.add("  " + text(finding, "state") + "  " + text(finding, "condition") + ": " + text(finding, "text"));
        }
        for (JsonNode strategy : risk.path("strategies")) {
            lines.add("strategy   " + text(strategy, "strategy") + "  " + text(strategy, "state"));
        }
        for (JsonNode blocked : risk.path("blocked_symbols")) {
            lines.add("blocked    " + text(blocked, "symbol") + ": " + text(blocked, "reason"));
        }
        for (JsonNode found : risk.path("balance_differences")) {
            lines.add("differs    " + text(found, "asset") + " of " + text(found, "account") + ": "
                    + text(found, "desk") + " here, " + text(found, "venue") + " at the venue, "
                    + text(found, "difference") + " more there");
        }
        for (JsonNode alert : risk.path("alerts")) {
            lines.add("alert      " + text(alert, "raised_at") + "  " + text(alert, "text"));
        }
        lines.add("");
        Columns used = new Columns("IN USE", "OF", "", "LIMIT");
        for (JsonNode limit : risk.path("limits")) {
            used.row(
                    text(limit, "used"),
                    text(limit, "limit"),
                    text(limit, "unit"),
                    text(limit, "name") + (limit.path("symbol").isNull() ? "" : " " + text(limit, "symbol")));
        }
        lines.addAll(used.lines());
        lines.add("");
        lines.addAll(settings(risk.path("settings")));
        return lines;
    }

    private static List<String> settings(JsonNode settings) {
        Columns table = new Columns("SETTING", "VALUE", "", "FROM", "TO", "WHAT IT IS");
        for (JsonNode item : settings.path("items")) {
            table.row(
                    text(item, "name"),
                    text(item, "value"),
                    text(item, "unit"),
                    text(item, "least"),
                    text(item, "most"),
                    text(item, "meaning"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        boolean changed = settings.path("changed_by").isTextual();
        lines.add("version " + text(settings, "version")
                + (changed ? ", set by " + text(settings, "changed_by") + " at " + text(settings, "changed_at") : ""));
        return lines;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
