package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.local.web.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What people and programs send by mistake or on purpose: a clear error, never a trace, never an effect. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbuseTest {

    private static final List<String> NEVER_SAID = List.of(
            "exception",
            "\tat ",
            "dev.sextant",
            "micronaut",
            "postgres",
            "sqlstate",
            "select ",
            "jackson",
            "null pointer");

    private final TestDesk desk = new TestDesk();

    /** A read that must be refused. */
    private record Read(String path, int status, String code, String said) {}

    @BeforeAll
    void tellTheStory() {
        new Story(desk.sql)
                .deskIsUp()
                .marketTraded()
                .signalWasRaised()
                .entryWasApproved()
                .entryWasSent()
                .entryWasFilled();
    }

    @AfterAll
    void stop() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> aWrongReadIsRefusedAndSaysWhatWouldBeRight() {
        return Stream.of(
                        bad("/decisions?limit=0", "limit is '0', expected a whole number from 1 to 500"),
                        bad("/decisions?limit=501", "limit is '501'"),
                        bad("/decisions?limit=-1", "limit is '-1'"),
                        bad("/decisions?limit=", "limit is ''"),
                        bad("/decisions?limit=1e2", "limit is '1e2'"),
                        bad("/decisions?limit=99999999999999999999", "limit is"),
                        bad("/decisions?limit=%EF%BC%95", "limit is '５'"),
                        bad("/decisions?limit=5%00", "limit is '5?'"),
                        bad("/decisions?limit=1&limit=2", "limit is '1,2', expected one value"),
                        bad("/decisions?limit=1%3BDROP%20TABLE%20x", "limit is"),
                        bad("/decisions?taken=yes", "taken is 'yes', expected one of [true, false]"),
                        bad("/decisions?taken=TRUE", "taken is 'TRUE'"),
                        bad("/decisions?strategy=a%27%20OR%20%271%27%3D%271", "strategy is"),
                        bad("/decisions?strategy=" + "a".repeat(65), "strategy is"),
                        bad("/decisions?symbol=BTC%20USDT", "symbol is 'BTC USDT'"),
                        bad("/decisions?symbol=%00", "symbol is '?'"),
                        bad("/decisions?symbol=%F0%9F%92%A5", "symbol is"),
                        bad("/decisions?symbol=%7Bx%7D", "symbol is '{x}'"),
                        bad("/decisions?cursor=x", "cursor is 'x', expected the next_cursor of an earlier page"),
                        bad("/decisions?cursor=", "cursor is ''"),
                        bad("/decisions?cursor=%00", "cursor is"),
                        bad("/decisions?cursor=" + "A".repeat(2000), "cursor is"),
                        bad("/decisions?cursor=" + cursor("orders 1 x"), "cursor is"),
                        bad("/decisions?cursor=" + cursor("decisions -1 x"), "cursor is"),
                        bad("/decisions?cursor=" + cursor("decisions 999999999999999999 x"), "cursor is"),
                        bad("/decisions?cursor=" + cursor("decisions 9999999999999999999999 x"), "cursor is"),
                        bad("/decisions?cursor=" + cursor("decisions 1 x\u0000"), "cursor is"),
                        bad("/decisions?cursor=" + cursor("decisions 1 " + "x".repeat(129)), "cursor is"),
                        bad("/market/BTCUSDT/trades?cursor=" + cursor("gaps 1 x"), "cursor is"),
                        bad("/orders?state=filled", "state is 'filled', expected one of [NEW, RISK_REJECTED"),
                        bad("/orders?state=SUBMITTED", "state is 'SUBMITTED'"),
                        bad("/orders?symbol=" + "B".repeat(41), "symbol is"),
                        bad("/market/BTCUSDT/candles?interval=2m", "interval is '2m', expected one of [15s, 1m, 5m]"),
                        bad("/market/BTCUSDT/candles?interval=1M", "interval is '1M'"),
                        bad(
                                "/market/BTCUSDT/candles?from=yesterday",
                                "from is 'yesterday', expected epoch milliseconds"),
                        bad("/market/BTCUSDT/candles?from=2024-13-01T00:00:00Z", "from is"),
                        bad("/market/BTCUSDT/candles?from=2024-01-01T00:00:00", "from is"),
                        bad("/market/BTCUSDT/candles?to=-5", "to is '-5'"),
                        bad("/market/BTCUSDT/candles?to=9999999999999999", "to is"),
                        bad("/market/BTCUSDT/candles?to=%2B292278994-08-17T07:12:55Z", "to is"),
                        bad("/market/BTCUSDT/candles?from=2&to=1", "from is"),
                        bad("/market/BTCUSDT/candles?from=5&to=5", "from is"),
                        bad("/market/BTCUSDT/indicators?from=1e9999999", "from is '1e9999999'"),
                        bad("/decisions/abc", "decision_id is 'abc', expected 64 lower-case hex digits"),
                        bad("/decisions/" + "D".repeat(64), "decision_id is"),
                        bad("/orders/%27--", "intent_id is"),
                        bad("/market/BTC%27USDT/trades", "symbol is 'BTC'USDT'"),
                        missing("/decisions/" + "0".repeat(64), "decision_id '0000"),
                        missing("/orders/" + "0".repeat(64), "intent_id '0000"),
                        missing("/market/ETHUSDT/candles", "symbol 'ETHUSDT' is unknown"),
                        missing("/market/ETHUSDT/indicators", "symbol 'ETHUSDT' is unknown"),
                        missing("/market/ETHUSDT/trades", "symbol 'ETHUSDT' is unknown"),
                        missing("/market/BTC%2FUSD/trades", "symbol 'BTC/USD' is unknown"),
                        missing("/", "nothing at this path"),
                        missing("/nothing", "nothing at this path"),
                        missing("/health/../orders/x/y", "nothing at this path"),
                        missing("/%2e%2e/%2e%2e/etc/passwd", "nothing at this path"),
                        missing("/orders%00", "nothing at this path"),
                        missing("/orders%3Flimit=1", "nothing at this path"),
                        missing("/orders%23", "nothing at this path"),
                        missing("/orders%0d%0aX-Evil:%201", "nothing at this path"),
                        missing("/orders%25", "nothing at this path"),
                        missing("/orders;a=b", "nothing at this path"),
                        missing("//orders", "nothing at this path"),
                        missing("/ORDERS", "nothing at this path"),
                        missing("/" + "a".repeat(600), "nothing at this path"),
                        missing("/%ff%fe", "nothing at this path"))
                .map(read -> dynamicTest(read.path(), () -> {
                    Reply reply = desk.http.get("/api/v1" + read.path());
                    assertRefused(read.status(), read.code(), read.said(), reply);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aWrongMethodIsRefused() {
        Stream<String> reads = Stream.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO", "get")
                .map(method -> method + " /api/v1/orders");
        Stream<String> writes =
                Stream.of("GET", "PUT", "DELETE", "HEAD").map(method -> method + " /api/v1/strategies/demo_fast/start");
        return Stream.concat(reads, writes)
                .map(request -> dynamicTest(request, () -> {
                    Reply reply = desk.http.send(request, "");
                    assertEquals(405, reply.status(), reply::toString);
                    assertTrue(reply.headers().containsKey("Allow"), reply::toString);
                }));
    }

    @TestFactory
    Stream<DynamicTest> oddButHarmlessRequestsAreServed() {
        return Stream.of(
                        "/decisions?unknown=1&also[]=2",
                        "/decisions?limit=500",
                        "/decisions?strategy=no_such_strategy",
                        "/decisions?symbol=" + "%E5%B8%81",
                        "/decisions?x=%7B%7D%25%22%3C%3E",
                        "/decisions?cursor=" + cursor("decisions 0 x"),
                        "/orders?state=FILLED&symbol=BTCUSDT",
                        "/market/BTCUSDT/candles?from=2024-08-08t23:55:00z&to=2024-08-09T01:56:00%2B02:00",
                        "/market/BTCUSDT/candles?from=0&to=1",
                        "/health?",
                        "/orders/",
                        "/gaps?=&&&=x")
                .map(path -> dynamicTest(path, () -> {
                    Reply reply = desk.http.get("/api/v1" + path);
                    assertEquals(200, reply.status(), reply::toString);
                }));
    }

    @TestFactory
    Stream<DynamicTest> brokenHttpIsRefusedOrCutOff() {
        return Stream.of(
                        "GET /api/v1/health HTTP/1.1\r\n\r\n",
                        "GET /api/v1/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "GET  /api/v1/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "GET /api/v1/health\r\nHost: localhost\r\n\r\n",
                        "\r\n\r\nGARBAGE\r\n\r\n",
                        "POST /api/v1/strategies/demo_fast/stop HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET /evil",
                        "POST /api/v1/strategies/demo_fast/stop HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                        "POST /api/v1/strategies/demo_fast/stop HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n",
                        "GET * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "GET http://evil.example/api/v1/orders/x HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                .map(request -> dynamicTest(request.replaceAll("\\s+", " "), () -> {
                    String said = desk.http.raw(request);
                    assertTrue(said.isEmpty() || said.matches("(?s)HTTP/1.1 4\\d\\d .*"), said);
                    assertFalse(said.contains("\tat ") || said.contains("dev.sextant"), said);
                }));
    }

    private static Read bad(String path, String said) {
        return new Read(path, 400, "invalid_parameter", said);
    }

    private static Read missing(String path, String said) {
        return new Read(path, 404, "not_found", said);
    }

    private static String cursor(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static void assertRefused(int status, String code, String said, Reply reply) throws JsonProcessingException {
        assertEquals(status, reply.status(), reply::toString);
        JsonNode error = new JsonMapper().readTree(reply.body()).path("error");
        assertEquals(code, error.path("code").asText(), reply::body);
        assertTrue(error.path("message").asText().contains(said), reply::body);
        assertFalse(error.path("request_id").asText().isEmpty(), reply::body);
        assertEquals("application/json", reply.headers().get("Content-Type"));
        assertEquals("nosniff", reply.headers().get("X-Content-Type-Options"));
        assertSaysNothingInternal(reply.body());
    }

    private static void assertSaysNothingInternal(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        NEVER_SAID.forEach(word -> assertFalse(lower.contains(word), said));
    }
}
