package dev.sextant.local.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.OptionalLong;

/** How far a market was played; kept in the state folder, so that a second start continues. */
final class ReplayCursor {

    static final String FILE = "cursor.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StateFolder state;
    private final String capture;

    private ReplayCursor(StateFolder state, String capture) {
        this.state = state;
        this.capture = capture;
    }

    /**
     * The cursor of a capture or a synthetic market.
     *
     * @param capture what no other one is called
     * @throws DeskException when the state belongs to another one, or to a live desk
     */
    static ReplayCursor of(StateFolder state, String capture) {
        ReplayCursor cursor = new ReplayCursor(state, capture);
        String owner = owner(state);
        if (!owner.isEmpty() && !owner.equals(words(cursor.capture))) {
            throw belongsTo(state, owner);
        }
        return cursor;
    }

    private static String words(String capture) {
        return "a replay of " + capture;
    }

    /** What the state has been used for, or empty when it is new. */
    static String owner(StateFolder state) {
        return owner(stored(state));
    }

    /** The same of the file's content. */
    static String owner(JsonNode stored) {
        if (stored.has("live")) {
            return LiveClaim.words(
                    stored.path("mode").asText("paper"), stored.path("live").asText());
        }
        return stored.has("capture") ? words(stored.path("capture").asText()) : "";
    }

    static DeskException belongsTo(StateFolder state, String owner) {
        return new DeskException(
                "the state in " + state.folder() + " is of " + owner
                        + "; go on with that, start over with --fresh, or name another folder in SEXTANT_STATE",
                null);
    }

    /** Where to go on, or empty at the beginning. */
    OptionalLong positionMs() {
        JsonNode position = stored(state).path("position_ms");
        return position.isIntegralNumber() ? OptionalLong.of(position.longValue()) : OptionalLong.empty();
    }

    /** Notes that everything up to a market time is done. */
    void moveTo(long positionMs) {
        state.write(
                FILE,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("capture", capture)
                        .put("position_ms", positionMs)
                        .toString());
    }

    private static JsonNode stored(StateFolder state) {
        String text = state.read(FILE);
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new DeskException(state.path(FILE) + " is corrupt: remove it, or start over with --fresh", e);
        }
    }
}
