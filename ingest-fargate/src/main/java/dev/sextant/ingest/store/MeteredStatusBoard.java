package dev.sextant.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.platform.telemetry.Metrics;
import java.util.HashMap;
import java.util.Map;

/** Turns each posted status into metrics: how much its totals have grown since the last one, and how old the data is. */
public final class MeteredStatusBoard implements StatusBoard {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Totals of the whole ingest, by their metric. */
    private static final Map<String, String> TOTALS = Map.of(
            "malformed", "FramesMalformed",
            "reconnects", "Reconnects",
            "failed_puts", "FailedPuts",
            "failed_polls", "FailedPolls");

    /** Totals of each feed, added up. */
    private static final Map<String, String> FEED_TOTALS = Map.of(
            "trades_sent", "TradesSent",
            "frames_sent", "FramesSent",
            "gaps", "Gaps",
            "gaps_unfilled", "GapsUnfilled");

    private final StatusBoard board;
    private final Metrics metrics;
    private final Map<String, Long> known = new HashMap<>();

    public MeteredStatusBoard(StatusBoard board, Metrics metrics) {
        this.board = board;
        this.metrics = metrics;
    }

    @Override
    public void post(String status) throws StoreException {
        measure(status);
        board.post(status);
    }

    private void measure(String text) {
        JsonNode status;
        try {
            status = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a status is a JSON object, not " + text, e);
        }
        TOTALS.forEach((field, name) -> grown(name, status.path(field).asLong()));
        FEED_TOTALS.forEach((field, name) -> {
            long sum = 0;
            for (JsonNode feed : status.path("feeds")) {
                sum += feed.path(field).asLong();
            }
            grown(name, sum);
        });
        if (status.path("last_event_age_ms").asLong() >= 0) {
            metrics.longest("LastEventAgeMs", status.path("last_event_age_ms").asLong());
        }
        metrics.flush();
    }

    private void grown(String name, long total) {
        Long before = known.put(name, total);
        // Totals begin anew when the ingest goes on under another epoch.
        metrics.count(name, before == null || total < before ? total : total - before);
    }
}
