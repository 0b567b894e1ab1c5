package dev.sextant.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The bytes of a request's body. */
public final class EventBody {

    private static final byte[] NOTHING = {};

    private EventBody() {}

    /**
     * The body as it was sent; empty where there is none.
     *
     * @throws IllegalArgumentException when the event says base 64 and it isn't, which API Gateway never does
     */
    public static byte[] of(APIGatewayV2HTTPEvent event) {
        @Nullable String body = event.getBody();
        if (body == null) {
            return NOTHING;
        }
        return event.getIsBase64Encoded() ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }
}
