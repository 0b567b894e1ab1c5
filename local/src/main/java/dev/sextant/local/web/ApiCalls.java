package dev.sextant.local.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a request to the API function and its answer back on the wire. */
final class ApiCalls {

    /** Largest body, bytes; the function refuses it too, but here it need not even be read. */
    private static final int MAX_BODY = 64 * 1024;

    private final ApiFunction api;

    ApiCalls(ApiFunction api) {
        this.api = api;
    }

    Answer answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            return Answer.error(413, "body_too_large", "the body is larger than " + MAX_BODY + " bytes");
        }
        APIGatewayV2HTTPEvent event = GatewayEvent.of(exchange, body);
        APIGatewayV2HTTPResponse response = api.answer(event);
        @Nullable Map<String, String> headers = response.getHeaders();
        return new Answer(response.getStatusCode(), headers == null ? Map.of() : headers, bytes(response));
    }

    private static byte[] bytes(APIGatewayV2HTTPResponse response) {
        @Nullable String body = response.getBody();
        if (body == null) {
            return new byte[0];
        }
        return response.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
