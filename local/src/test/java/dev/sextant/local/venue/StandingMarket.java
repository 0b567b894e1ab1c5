package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A market that stands at its first second, with a signing client and a private stream at hand. */
abstract class StandingMarket {

    static final long NOW_MS = 1_700_000_001_000L;

    @TempDir
    Path folder;

    private final SteppedPacer pacer = new SteppedPacer();
    Floor floor;

    @BeforeEach
    void playToTheFirstSecond() throws Exception {
        floor = Floor.open(folder, config -> config.withPacer(pacer));
        floor.listen();
        assertEquals(NOW_MS, pacer.awaitStop());
    }

    @AfterEach
    void close() {
        pacer.releaseAll();
        floor.close();
    }

    JsonNode ok(String method, String path, String parameters) throws Exception {
        RestClient.Reply reply = floor.rest.signed(method, path, parameters);
        assertEquals(200, reply.status(), () -> reply.raw().body());
        return reply.json();
    }

    RestClient.Reply listenKey(String method) throws Exception {
        return floor.rest.send(method, "/fapi/v1/listenKey", "", RestClient.KEY.key());
    }

    StreamClient userStream() throws Exception {
        return StreamClient.listening(
                floor.server,
                "/private/ws/" + listenKey("POST").json().get("listenKey").asText());
    }
}
