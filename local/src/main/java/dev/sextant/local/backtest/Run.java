package dev.sextant.local.backtest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.backtest.BacktestRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run under way, or the last one. Written by its own thread, read by any. */
final class Run {

    /** How far it is. */
    enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    private final BacktestRequest request;
    private final long startedMs;
    private State state = State.RUNNING;
    private double share;
    private boolean stopping;
    private @Nullable String report;
    private @Nullable String why;

    Run(BacktestRequest request, long startedMs) {
        this.request = request;
        this.startedMs = startedMs;
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Asks it to end. */
    synchronized void stop(String because) {
        stopping = true;
        if (why == null) {
            why = because;
        }
    }

    /** How far it has come; false when it is to end. */
    synchronized boolean at(double done) {
        share = Math.max(share, done);
        return !stopping;
    }

    long startedMs() {
        return startedMs;
    }

    synchronized void done(String id) {
        state = State.DONE;
        share = 1;
        report = id;
        why = null;
    }

    synchronized void ended(State how, @Nullable String reason) {
        state = how;
        why = reason == null ? why : reason;
    }

    synchronized ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", request.kind());
        json.put("state", state.name().toLowerCase(java.util.Locale.ROOT));
        json.put("share", share);
        json.put("started_at", Instant.ofEpochMilli(startedMs).toString());
        json.put("report_id", report);
        json.put("text", why);
        var files = json.putArray("files");
        request.files().forEach(files::add);
        return json;
    }
}
