package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.VenueServer;
import dev.sextant.local.venue.play.PlayState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The component statuses of the local desk, in the shapes that the API's health page documents. */
final class DeskStatus {

    private DeskStatus() {}

    static Map<String, JsonNode> of(VenueServer venue, Mappings mappings, Settings settings) {
        JsonNode played = venue.description();
        Map<String, JsonNode> statuses = new LinkedHashMap<>();
        statuses.put("desk", desk());
        statuses.put("replay", replay(venue, played, settings));
        statuses.put("synthetic_inputs", played.path("synthetic_inputs"));
        statuses.put("pollers", mappings.status());
        return statuses;
    }

    private static ObjectNode desk() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mode", "paper")
                .put("account", PaperAccount.NAME.name())
                .put("version", Desk.VERSION);
    }

    private static ObjectNode replay(VenueServer venue, JsonNode played, Settings settings) {
        boolean over = venue.state() == PlayState.FINISHED;
        return JsonNodeFactory.instance
                .objectNode()
                .put("capture", played.path("capture").asText())
                .put("state", venue.state().name())
                .put("speed", settings.text(Key.SPEED))
                .put("position_at", iso(venue.positionMs()))
                .put("first_at", iso(played.path("first_ms").longValue()))
                .put("last_at", iso(played.path("last_ms").longValue()))
                .put("message", over ? "replay finished" : null);
    }

    private static String iso(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
