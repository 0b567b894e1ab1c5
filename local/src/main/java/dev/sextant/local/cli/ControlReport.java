package dev.sextant.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a person has ordered, after a command. */
final class ControlReport {

    private ControlReport() {}

    static int print(JsonNode control) {
        lines(control).forEach(System.out::println);
        return Sextant.OK;
    }

    static List<String> lines(JsonNode control) {
        List<String> lines = new ArrayList<>();
        if (control.path("result").asText().equals("same")) {
            lines.add("nothing changed: " + control.path("text").asText());
        }
        String level = control.path("kill_level").asText();
        lines.add(
                level.equals("none")
                        ? "kill switch off"
                        : "kill switch at " + level + " by "
                                + control.path("changed_by").asText() + ": "
                                + control.path("reason").asText());
        if (control.path("halt_reason").isTextual()) {
            lines.add("halted: " + control.path("halt_reason").asText());
        }
        if (control.path("venue_halt").isTextual()) {
            lines.add("refused by the venue: " + control.path("venue_halt").asText());
        }
        if (control.path("paused_until").isTextual()) {
            lines.add(control.path("pause_reason").asText() + ", until "
                    + control.path("paused_until").asText());
        }
        return lines;
    }
}
