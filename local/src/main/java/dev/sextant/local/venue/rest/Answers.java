package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.wire.Json;
import dev.sextant.venues.sim.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for the matching core, and answers several endpoints share. */
final class Answers {

    private static final long PATIENCE_SECONDS = 30;
    private static final int UNAVAILABLE = 503;

    private Answers() {}

    /** What the core did, once its answer has come back in event time; a refusal becomes an error answer. */
    static <T> T await(CompletableFuture<Outcome<T>> answer) {
        try {
            return switch (answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                case Outcome.Done<T> done -> done.value();
                case Outcome.Refused<T> refused -> throw ApiError.refused(refused.refusal());
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw unknown();
        } catch (TimeoutException _) {
            throw unknown();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the matching core failed", e.getCause());
        }
    }

    private static ApiError unknown() {
        return ApiError.of(
                UNAVAILABLE,
                -1007,
                "Timeout waiting for response from backend server. Send status unknown; execution status unknown.");
    }

    /** Weight of a list of open orders: dear when it is of all symbols. */
    static int listWeight(Params params) {
        return params.text("symbol") == null ? 40 : 1;
    }

    static JsonNode allCancelled() {
        return Json.object().put("code", 200).put("msg", "The operation of cancel all open order is done.");
    }
}
