package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.sextant.local.web.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The function must not be able to tell this server from API Gateway (payload format 2.0). */
class GatewayEventTest {

    private final BlockingQueue<APIGatewayV2HTTPEvent> events = new LinkedBlockingQueue<>();
    private APIGatewayV2HTTPResponse response =
            APIGatewayV2HTTPResponse.builder().withStatusCode(204).build();
    private final WebServer web = WebServer.start(0, Path.of("no-dashboard"), event -> {
        events.add(event);
        return response;
    });
    private final RawHttp http = new RawHttp(web.port());

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aWriteArrivesWhole() throws InterruptedException {
        http.post(
                "/api/v1/market/BTC%2FUSD/x?a=1&b=%20x&a=2&empty&c=d%3De",
                "{\"reason\":\"Mittagspause ☕\"}",
                "Idempotency-Key: k1",
                "X-Two: one",
                "X-Two: two",
                "Cookie: a=1; b=2");
        APIGatewayV2HTTPEvent event = next();
        assertEquals("2.0", event.getVersion());
        assertEquals("$default", event.getRouteKey());
        assertEquals("/api/v1/market/BTC/USD/x", event.getRawPath(), "API Gateway decodes the path");
        assertEquals("a=1&b=%20x&a=2&empty&c=d%3De", event.getRawQueryString(), "and leaves the query as it is");
        assertEquals(Map.of("a", "1,2", "b", " x", "empty", "", "c", "d=e"), event.getQueryStringParameters());
        assertEquals("k1", event.getHeaders().get("idempotency-key"));
        assertTrue(List.of("one,two", "two,one").contains(event.getHeaders().get("x-two")));
        assertEquals(List.of("a=1", "b=2"), event.getCookies());
        assertNull(event.getHeaders().get("cookie"));
        assertEquals("{\"reason\":\"Mittagspause ☕\"}", event.getBody());
        assertFalse(event.getIsBase64Encoded());
        assertEquals("POST", event.getRequestContext().getHttp().getMethod());
        assertEquals(
                "/api/v1/market/BTC/USD/x", event.getRequestContext().getHttp().getPath());
        assertEquals("127.0.0.1", event.getRequestContext().getHttp().getSourceIp());
    }

    @Test
    void bytesThatAreNoTextArriveInBase64() throws InterruptedException {
        byte[] head = "POST /api/v1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        http.exchange(head, new byte[] {(byte) 0xff, 0});
        APIGatewayV2HTTPEvent event = next();
        assertTrue(event.getIsBase64Encoded());
        assertEquals(Base64.getEncoder().encodeToString(new byte[] {(byte) 0xff, 0}), event.getBody());
    }

    @Test
    void aReadHasNeitherBodyNorQuery() throws InterruptedException {
        http.get("/api/health");
        APIGatewayV2HTTPEvent event = next();
        assertNull(event.getBody());
        assertNull(event.getQueryStringParameters());
        assertEquals("", event.getRawQueryString());
    }

    @Test
    void everyRequestHasItsOwnId() throws InterruptedException {
        http.get("/api/health");
        http.get("/api/health");
        assertNotEquals(
                next().getRequestContext().getRequestId(),
                next().getRequestContext().getRequestId());
    }

    @Test
    void theAnswerGoesOutAsTheFunctionGaveIt() {
        response = APIGatewayV2HTTPResponse.builder()
                .withStatusCode(409)
                .withHeaders(Map.of("Retry-After", "1", "Content-Type", "application/json"))
                .withBody("{\"ä\":1}")
                .build();
        Reply reply = http.get("/api/v1/x");
        assertEquals(409, reply.status());
        assertEquals("1", reply.headers().get("Retry-After"));
        assertEquals("{\"ä\":1}", reply.body());
    }

    @Test
    void aFunctionThatFailsIsOnePlainLine() {
        try (WebServer broken = WebServer.start(0, Path.of("no-dashboard"), event -> {
            throw new IllegalStateException("secret detail");
        })) {
            Reply reply = new RawHttp(broken.port()).get("/api/v1/x");
            assertEquals(500, reply.status());
            assertFalse(reply.body().contains("secret detail"), reply::body);
        }
    }

    private APIGatewayV2HTTPEvent next() throws InterruptedException {
        APIGatewayV2HTTPEvent event = events.poll(10, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("the function was not called");
        }
        return event;
    }
}
