package dev.sextant.local.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Says in the state folder whose books triangles are looked for in, and of recorded ones how far they were played: what was
 * earned in a made-up market means nothing beside what was earned in a real one.
 */
final class TriangleCursor {

    static final String FILE = "kraken.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StateFolder state;
    private final String books;

    private TriangleCursor(StateFolder state, String books) {
        this.state = state;
        this.books = books;
    }

    /**
     * The cursor of these books.
     *
     * @param books what no others are called
     * @throws DeskException when the state is of others
     */
    static TriangleCursor of(StateFolder state, String books) {
        String owner = stored(state).path("books").asText(books);
        if (!owner.equals(books)) {
            throw ReplayCursor.belongsTo(state, "triangles in " + owner);
        }
        return new TriangleCursor(state, books);
    }

    /** Where to go on, in the recording's time; 0 at the beginning. */
    long positionMs() {
        return stored(state).path("position_ms").asLong(0);
    }

    /** Notes whose the state is, and that everything up to here is done. */
    void moveTo(long positionMs) {
        state.write(
                FILE,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("books", books)
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
