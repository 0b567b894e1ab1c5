package dev.sextant.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.OperatorToken;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The function with a database that cannot be reached: it still answers, in its own shapes. */
class ApiHandlerTest {

    private final DataApi nowhere = DataApi.local(URI.create("http://127.0.0.1:9"));
    private final ApiHandler handler =
            new ApiHandler(new ApiSetup(new SqlClient(nowhere), new Account("paper-main"), OperatorToken.NONE, "test"));

    @AfterEach
    void stop() {
        handler.close();
        nowhere.close();
    }

    @Test
    void anUnreachableDatabaseIs503AtOnce() {
        APIGatewayV2HTTPResponse answer = handler.handleRequest(event("GET", "/api/v1/pnl"), null);
        assertEquals(503, answer.getStatusCode());
        assertEquals(
                "{\"error\":{\"code\":\"unavailable\",\"message\":\"the database does not answer just now\","
                        + "\"details\":{},\"request_id\":\"r-1\"}}",
                answer.getBody());
        assertEquals("2", answer.getHeaders().get("retry-after"));
    }

    @Test
    void everyAnswerCarriesTheHeadersOfAnApi() {
        for (String path : new String[] {"/api/v1/pnl", "/nowhere", "/api/v1/orders/x", "not a path"}) {
            APIGatewayV2HTTPResponse answer = handler.handleRequest(event("GET", path), null);
            assertEquals("application/json", answer.getHeaders().get("content-type"), path);
            assertEquals("no-store", answer.getHeaders().get("cache-control"), path);
            assertEquals("nosniff", answer.getHeaders().get("x-content-type-options"), path);
            assertEquals(
                    "default-src 'none'; frame-ancestors 'none'",
                    answer.getHeaders().get("content-security-policy"),
                    path);
        }
    }

    @Test
    void whereNoTokenIsConfiguredNobodyWrites() {
        APIGatewayV2HTTPResponse answer =
                handler.handleRequest(event("POST", "/api/v1/strategies/demo_fast/stop"), null);
        assertEquals(401, answer.getStatusCode());
    }

    @Test
    void anEventThatIsNoRequestIsAnsweredPlainly() {
        APIGatewayV2HTTPResponse answer = handler.handleRequest(new APIGatewayV2HTTPEvent(), null);
        assertEquals(500, answer.getStatusCode());
        assertTrue(answer.getBody().contains("\"request_id\":\"none\""), answer::getBody);
    }

    @Test
    void aLargeBodyIsRefusedBeforeItIsRead() {
        APIGatewayV2HTTPEvent event = event("POST", "/api/v1/strategies/demo_fast/stop");
        event.setBody("x".repeat(65_537));
        assertEquals(413, handler.handleRequest(event, null).getStatusCode());
    }

    private static APIGatewayV2HTTPEvent event(String method, String path) {
        RequestContext.Http http =
                RequestContext.Http.builder().withMethod(method).withPath(path).build();
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString("")
                .withRequestContext(RequestContext.builder()
                        .withRequestId("r-1")
                        .withHttp(http)
                        .build())
                .build();
    }
}
