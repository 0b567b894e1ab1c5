package dev.sextant.api.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The body of every error: {@code {"error":{"code","message","details","request_id"}}}. */
public final class ErrorBody {

    private static final JsonMapper JSON = new JsonMapper();

    private ErrorBody() {}

    /** The body as JSON text. */
    public static String of(String code, String message, Map<String, String> details, String requestId) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode error = body.putObject("error").put("code", code).put("message", message);
        ObjectNode named = error.putObject("details");
        details.forEach(named::put);
        error.put("request_id", requestId);
        return body.toString();
    }
}
