package dev.sextant.api.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import org.jspecify.annotations.Nullable;

/** The id under which a request stands in the log, as API Gateway gave it. */
public final class RequestId {

    private static final String NONE = "none";

    private RequestId() {}

    /** The id of an event. */
    public static String of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.@Nullable RequestContext context = event.getRequestContext();
        String id = context == null ? null : context.getRequestId();
        return id == null ? NONE : id;
    }

    static String of(HttpRequest<?> request) {
        return request instanceof ServletHttpRequest<?, ?> wrapped
                        && wrapped.getNativeRequest() instanceof APIGatewayV2HTTPEvent event
                ? of(event)
                : NONE;
    }
}
