package dev.sextant.local.venue.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.stream.StreamServer;
import dev.sextant.local.venue.wire.Json;
import java.util.List;
import java.util.function.Function;

/** Listen keys of the private stream; they need the key but no signature. */
final class ListenKeyEndpoints {

    private static final String PATH = "/fapi/v1/listenKey";

    private final StreamServer streams;

    ListenKeyEndpoints(StreamServer streams) {
        this.streams = streams;
    }

    List<Endpoint> endpoints() {
        return List.of(
                endpoint("POST", apiKey -> body(streams.listenKeys().createOrExtend(apiKey))),
                endpoint(
                        "PUT",
                        apiKey -> body(streams.listenKeys().extend(apiKey).orElseThrow(this::gone))),
                endpoint(
                        "DELETE",
                        apiKey -> streams.closeListenKey(apiKey)
                                .map(_ -> Json.object())
                                .orElseThrow(this::gone)));
    }

    private static Endpoint endpoint(String method, Function<String, JsonNode> handler) {
        return new Endpoint(
                method,
                PATH,
                Security.Need.KEY,
                Endpoint.Pool.GENERAL,
                _ -> 1,
                request -> handler.apply(String.valueOf(request.apiKey())));
    }

    private static JsonNode body(String listenKey) {
        return Json.object().put("listenKey", listenKey);
    }

    private ApiError gone() {
        return ApiError.badRequest(-1125, "This listenKey does not exist.");
    }
}
