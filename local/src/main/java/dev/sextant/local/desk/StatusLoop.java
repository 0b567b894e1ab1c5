package dev.sextant.local.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.platform.sql.SqlException;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts what the parts say of themselves, once a second of wall time, and keeps the session's heartbeat. */
final class StatusLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusLoop.class);

    private final StatusBoard board;
    private final Sessions sessions;
    private final long sessionId;
    private final Supplier<Map<String, JsonNode>> statuses;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("status").factory());

    private @Nullable Future<?> posting;

    StatusLoop(StatusBoard board, Sessions sessions, long sessionId, Supplier<Map<String, JsonNode>> statuses) {
        this.board = board;
        this.sessions = sessions;
        this.sessionId = sessionId;
        this.statuses = statuses;
    }

    StatusLoop start() {
        posting = timer.scheduleWithFixedDelay(this::post, 0, 1, TimeUnit.SECONDS);
        return this;
    }

    private void post() {
        try {
            statuses.get().forEach(board::post);
            sessions.beat(sessionId);
        } catch (SqlException e) {
            LOG.warn("status not posted: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        Future<?> running = posting;
        if (running != null) {
            running.cancel(false);
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
