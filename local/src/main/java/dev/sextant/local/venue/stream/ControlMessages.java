package dev.sextant.local.venue.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.local.venue.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.java_websocket.framing.CloseFrame;
import org.jspecify.annotations.Nullable;

/** Answers what clients send: SUBSCRIBE, UNSUBSCRIBE, LIST_SUBSCRIPTIONS, SET_PROPERTY, GET_PROPERTY. */
final class ControlMessages {

    private static final int UNKNOWN_PROPERTY = 0;
    private static final int INVALID_VALUE = 1;
    private static final int INVALID_REQUEST = 2;
    private static final int INVALID_JSON = 3;
    private static final int TOO_MANY_SUBSCRIPTIONS = 4;

    private final StreamHub hub;
    private final int maxStreams;

    ControlMessages(StreamHub hub, int maxStreams) {
        this.hub = hub;
        this.maxStreams = maxStreams;
    }

    void handle(StreamConnection connection, String text) {
        JsonNode request;
        try {
            request = Json.read(text);
        } catch (JsonProcessingException e) {
            connection.send(error(INVALID_JSON, "Invalid JSON: " + e.getOriginalMessage(), null));
            return;
        }
        JsonNode id = request.get("id");
        if (!request.isObject() || (id != null && !id.isNull() && !id.isIntegralNumber())) {
            connection.send(error(INVALID_REQUEST, "Invalid request: request ID must be an unsigned integer", null));
            return;
        }
        switch (request.path("method").asText()) {
            case "SUBSCRIBE" -> subscribe(connection, request.path("params"), id);
            case "UNSUBSCRIBE" -> unsubscribe(connection, request.path("params"), id);
            case "LIST_SUBSCRIPTIONS" -> list(connection, id);
            case "SET_PROPERTY" -> setProperty(connection, request.path("params"), id);
            case "GET_PROPERTY" -> getProperty(connection, request.path("params"), id);
            default -> connection.send(error(INVALID_REQUEST, "Invalid request: unknown variant", id));
        }
    }

    private void subscribe(StreamConnection connection, JsonNode params, @Nullable JsonNode id) {
        List<String> streams = texts(params);
        if (streams.isEmpty()) {
            connection.send(error(INVALID_REQUEST, "Invalid request: params must be a list of stream names", id));
            return;
        }
        long added = streams.stream()
                .filter(s -> !connection.streams().contains(s))
                .distinct()
                .count();
        if (connection.streams().size() + added > maxStreams) {
            connection.send(error(TOO_MANY_SUBSCRIPTIONS, "Too many subscriptions", null));
            connection.close(CloseFrame.POLICY_VALIDATION, "Too many subscriptions");
            return;
        }
        acknowledge(connection, id);
        streams.forEach(stream -> hub.subscribe(connection, stream));
    }

    private void unsubscribe(StreamConnection connection, JsonNode params, @Nullable JsonNode id) {
        texts(params).forEach(stream -> hub.unsubscribe(connection, stream));
        acknowledge(connection, id);
    }

    private static void list(StreamConnection connection, @Nullable JsonNode id) {
        ObjectNode answer = Json.object();
        ArrayNode result = answer.putArray("result");
        connection.streams().forEach(result::add);
        connection.send(Json.write(answer.set("id", id)));
    }

    private static void setProperty(StreamConnection connection, JsonNode params, @Nullable JsonNode id) {
        if (!params.path(0).asText().equals("combined")) {
            connection.send(error(UNKNOWN_PROPERTY, "Unknown property", id));
        } else if (!params.path(1).isBoolean()) {
            connection.send(error(INVALID_VALUE, "Invalid value type: expected Boolean", id));
        } else {
            connection.setCombined(params.get(1).booleanValue());
            acknowledge(connection, id);
        }
    }

    private static void getProperty(StreamConnection connection, JsonNode params, @Nullable JsonNode id) {
        if (params.path(0).asText().equals("combined")) {
            ObjectNode answer = Json.object().put("result", connection.isCombined());
            connection.send(Json.write(answer.set("id", id)));
        } else {
            connection.send(error(UNKNOWN_PROPERTY, "Unknown property", id));
        }
    }

    private static void acknowledge(StreamConnection connection, @Nullable JsonNode id) {
        connection.send(Json.write(Json.object().putNull("result").set("id", id)));
    }

    private static String error(int code, String message, @Nullable JsonNode id) {
        ObjectNode answer = Json.object();
        answer.putObject("error").put("code", code).put("msg", message);
        return Json.write(id == null ? answer : answer.set("id", id));
    }

    private static List<String> texts(JsonNode array) {
        List<String> result = new ArrayList<>();
        array.forEach(element -> result.add(element.asText()));
        return result;
    }
}
