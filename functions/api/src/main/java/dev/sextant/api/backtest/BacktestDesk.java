package dev.sextant.api.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.http.ApiException;
import io.micronaut.http.HttpStatus;
import java.time.Instant;
import java.util.Optional;

/** Who runs replays: the desk on one machine. Called by many threads at once. */
public interface BacktestDesk {

    /** A desk without recordings, as on AWS: it says so, and where replays run. */
    BacktestDesk NONE = new BacktestDesk() {

        private static final String WHY =
                "this desk has no recordings; run ./sextant up or ./sextant arb sweep on your own machine";

        @Override
        public ObjectNode overview() {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("available", false).put("why", WHY);
            json.putArray("files");
            json.putArray("parameters");
            json.putNull("run");
            json.putArray("items");
            return json.put("as_of", Instant.now().toString());
        }

        @Override
        public Optional<ObjectNode> report(String id) {
            return Optional.empty();
        }

        @Override
        public String start(BacktestRequest request) {
            throw ApiException.refused(HttpStatus.CONFLICT, "not_offered", WHY);
        }

        @Override
        public String stop() {
            throw ApiException.refused(HttpStatus.CONFLICT, "not_offered", WHY);
        }
    };

    /** Files, parameters, the run under way or the last one, and the reports, newest first. */
    ObjectNode overview();

    /** A report by its id. */
    Optional<ObjectNode> report(String id);

    /**
     * Begins a run.
     *
     * @return what was begun
     * @throws ApiException when it can't be, or another one is under way
     */
    String start(BacktestRequest request);

    /** Ends the run under way, if there is one, and says what it did. */
    String stop();
}
