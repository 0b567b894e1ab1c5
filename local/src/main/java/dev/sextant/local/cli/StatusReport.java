package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A running desk in a few lines for people. */
final class StatusReport {

    private StatusReport() {}

    static List<String> lines(JsonNode health, JsonNode positions, JsonNode pnl, JsonNode risk) {
        List<String> lines = new ArrayList<>();
        lines.add(text(health, "status") + "  " + mode(health) + "  " + text(health, "account") + "  market time "
                + text(health, "market_time"));
        guard(risk, lines);
        market(health, lines);
        for (JsonNode feed : health.path("feeds")) {
            lines.add("feed       " + text(feed, "symbol") + "  " + text(feed, "state") + "  trades "
                    + text(feed, "trades") + "  gaps " + text(feed, "gaps"));
        }
        for (JsonNode strategy : health.path("strategies")) {
            lines.add("strategy   " + text(strategy, "name") + "  " + text(strategy, "state")
                    + (strategy.path("reason").isTextual() ? "  " + text(strategy, "reason") : ""));
        }
        entries(risk, lines);
        for (JsonNode position : positions.path("items")) {
            lines.add(position(position));
        }
        lines.add("pnl        " + pnl(pnl));
        return lines;
    }

    /** Real money shouts. */
    private static String mode(JsonNode health) {
        return text(health, "mode").equals("live") ? "LIVE, REAL MONEY" : text(health, "mode");
    }

    /** The account's money on one line. */
    static String pnl(JsonNode pnl) {
        return text(pnl, "realised_pnl") + " " + text(pnl, "currency") + " realised, fees "
                + fees(pnl) + ", funding " + text(pnl, "funding") + moved(pnl) + ", equity " + text(pnl, "equity")
                + "  ("
                + text(pnl, "trades") + " trades, "
                + text(pnl, "pnl_r") + " R)";
    }

    /** What was moved in since the start, where anything was; negative when more was moved out. */
    private static String moved(JsonNode pnl) {
        String transfers = pnl.path("transfers").asText("0");
        return transfers.equals("0") ? "" : ", moved in " + transfers;
    }

    /** What was paid in the account's currency, and beside it what was paid in others. */
    private static String fees(JsonNode pnl) {
        StringBuilder paid = new StringBuilder(text(pnl, "fees"));
        pnl.path("other_fees")
                .properties()
                .forEach(fee -> paid.append(" and ")
                        .append(fee.getValue().asText())
                        .append(' ')
                        .append(fee.getKey()));
        return paid.toString();
    }

    private static void guard(JsonNode risk, List<String> lines) {
        lines.add("guard      " + text(risk.path("guard"), "state"));
        for (JsonNode finding : risk.at("/guard/findings")) {
            lines.add("           " + text(finding, "state") + ": " + text(finding, "text"));
        }
    }

    private static void market(JsonNode health, List<String> lines) {
        JsonNode replay = health.path("replay");
        if (replay.isObject()) {
            lines.add("replay     " + text(replay, "capture") + "  " + text(replay, "state") + " at "
                    + text(replay, "position_at") + ", speed " + text(replay, "speed"));
        }
        JsonNode venue = health.path("venue");
        if (venue.isObject()) {
            lines.add("live       " + text(venue, "exchange") + "  " + text(venue, "state")
                    + (venue.path("trouble").isTextual() ? ": " + text(venue, "trouble") : "") + "  clock "
                    + text(venue, "clock_offset_ms") + " ms off"
                    + (venue.has("reconnects") ? ", " + text(venue, "reconnects") + " reconnects" : ""));
        }
    }

    /** What stands in the way of an entry; silence means that nothing does. */
    private static void entries(JsonNode risk, List<String> lines) {
        for (JsonNode entry : risk.path("entries")) {
            if (!entry.path("allowed").asBoolean() && !text(entry, "code").equals("strategy_stopped")) {
                lines.add("no entry   " + text(entry, "strategy") + " in " + text(entry, "symbol") + ": "
                        + text(entry, "text"));
            }
        }
    }

    private static String position(JsonNode position) {
        String symbol = "position   " + text(position, "symbol") + "  " + text(position, "direction");
        return text(position, "direction").equals("FLAT")
                ? symbol
                : symbol + " " + text(position, "qty") + " at " + text(position, "entry_price") + ", unrealised "
                        + text(position, "unrealised_pnl")
                        + (position.path("protected").asBoolean() ? "" : ", NO STOP");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
