package dev.sextant.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.sextant.api.http.ErrorBody;
import dev.sextant.api.http.RequestId;
import dev.sextant.api.setup.ApiSetup;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The function behind API Gateway: Micronaut's routes between a gate that bounds what may come in and the headers that
 * every answer carries. Safe for many threads at once.
 */
public final class ApiHandler
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);

    private final APIGatewayV2HTTPEventFunction routes;

    /** What Lambda makes: the setup comes from the environment. */
    public ApiHandler() {
        this(ApiSetup.fromEnvironment(System.getenv()));
    }

    /** What the desk on one machine makes; other functions' beans on its class path are never touched. */
    public ApiHandler(ApiSetup setup) {
        this.routes = new APIGatewayV2HTTPEventFunction(ApplicationContext.builder()
                .environments(Environment.FUNCTION)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .singletons(setup)
                .build());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, @Nullable Context context) {
        return AnswerHeaders.on(answer(event, context));
    }

    private APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, @Nullable Context context) {
        try {
            return RequestGate.refusal(event).orElseGet(() -> routes.handleRequest(event, context));
        } catch (RuntimeException e) {
            // The routes answer their own failures; what still gets out must not reach the user as a trace.
            LOG.error("request {} failed", RequestId.of(event), e);
            String body = ErrorBody.of(
                    "internal",
                    "something went wrong here; the log has it under the request id",
                    Map.of(),
                    RequestId.of(event));
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(500)
                    .withBody(body)
                    .build();
        }
    }

    @Override
    public void close() {
        routes.close();
    }
}
