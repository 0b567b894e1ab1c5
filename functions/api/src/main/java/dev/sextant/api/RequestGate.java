package dev.sextant.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.sextant.api.http.ErrorBody;
import dev.sextant.api.http.EventBody;
import dev.sextant.api.http.RequestId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns away what no route needs to see: paths that can't be ours and bodies that are too large. */
final class RequestGate {

    /** Largest body, bytes. */
    static final int MAX_BODY = 64 * 1024;

    /** API Gateway has decoded the path, so there is no percent sign left in one of ours. */
    private static final Pattern PATH = Pattern.compile("(?:/[\\p{L}\\p{N}._~:@!$&'()*+,;=-]*)+");

    private static final int MAX_PATH = 512;
    private static final int MAX_QUERY = 4096;

    private RequestGate() {}

    static Optional<APIGatewayV2HTTPResponse> refusal(APIGatewayV2HTTPEvent event) {
        @Nullable String path = event.getRequestContext().getHttp().getPath();
        if (path == null || path.length() > MAX_PATH || !PATH.matcher(path).matches()) {
            return refuse(
                    event, 404, "not_found", "there is nothing at this path; the paths are listed in docs/api.md");
        }
        @Nullable String query = event.getRawQueryString();
        if (query != null && query.length() > MAX_QUERY) {
            return refuse(event, 400, "bad_request", "the query is longer than " + MAX_QUERY + " characters");
        }
        if (bodyLength(event) > MAX_BODY) {
            return refuse(event, 413, "body_too_large", "the body is larger than " + MAX_BODY + " bytes");
        }
        return Optional.empty();
    }

    /** Without decoding what is too long in any case. */
    private static int bodyLength(APIGatewayV2HTTPEvent event) {
        int characters = event.getBody() == null ? 0 : event.getBody().length();
        return characters > 2 * MAX_BODY ? characters : EventBody.of(event).length;
    }

    private static Optional<APIGatewayV2HTTPResponse> refuse(
            APIGatewayV2HTTPEvent event, int status, String code, String message) {
        return Optional.of(APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withBody(ErrorBody.of(code, message, Map.of(), RequestId.of(event)))
                .build());
    }
}
