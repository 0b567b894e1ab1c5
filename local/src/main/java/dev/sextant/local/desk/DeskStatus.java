package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

    static Map<String, JsonNode> of(VenueServer venue, Mappings mappings, IngestProcess ingest, Settings settings) {
        JsonNode played = venue.description();
        Map<String, JsonNode> statuses = new LinkedHashMap<>();
        statuses.put("desk", desk());
        statuses.put("replay", replay(venue, played, settings));
        statuses.put("synthetic_inputs", played.path("synthetic_inputs"));
        statuses.put("pollers", mappings.status());
        statuses.put("ingest", feeds(ingest));
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

    /** The ingest's health page, whose symbols are the desk's feeds. */
    private static ObjectNode feeds(IngestProcess ingest) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("alive", ingest.isAlive());
        JsonNode health = ingest.health();
        ArrayNode feeds = status.putArray("feeds");
        for (Map.Entry<String, JsonNode> symbol : health.path("symbols").properties()) {
            feeds.add(feed(symbol.getKey(), symbol.getValue(), health, ingest.isAlive()));
        }
        status.set("health", health);
        return status;
    }

    private static ObjectNode feed(String symbol, JsonNode figures, JsonNode health, boolean alive) {
        long trades = figures.path("trades").longValue();
        long watermarkMs = figures.path("watermark_ms").longValue();
        return JsonNodeFactory.instance
                .objectNode()
                .put("symbol", symbol)
                .put("state", alive ? health.path("state").asText() : "DOWN")
                .put("last_agg_id", figures.path("last_id").longValue())
                .put("last_trade_at", watermarkMs == 0 ? null : iso(watermarkMs))
                .put("age_ms", figures.path("last_event_age_ms").longValue())
                .put("trades", trades)
                .put("frames", figures.path("frames").longValue())
                .put(
                        "frame_bytes_per_trade",
                        trades == 0 ? 0 : figures.path("bytes").doubleValue() / trades)
                .put(
                        "gaps",
                        figures.path("gaps_declared").longValue()
                                + figures.path("gaps_filled").longValue())
                .put("duplicates", figures.path("duplicates_dropped").longValue())
                .put("malformed", health.path("malformed").longValue())
                .put("reconnects", health.path("reconnects").longValue());
    }

    private static String iso(long timeMs) {
        return Instant.ofEpochMilli(timeMs).toString();
    }
}
