package dev.sextant.local.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.api.ApiHandler;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.OperatorToken;
import dev.sextant.backtest.report.ReportFolder;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays asked for over the API; a run happens when the test lets it. */
class BacktestsTest {

    private static final String TOKEN = "a-token";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DataApi nowhere = DataApi.local(URI.create("http://127.0.0.1:9"));
    private ApiHandler api = new ApiHandler(setup(null));
    private Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private int keys;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("captures"));
        StringBuilder books = new StringBuilder("""
                {"t":1700000000000,"pair":"BTC/USD","snapshot":true,"bids":[["49990","1"]],"asks":[["50000","1"]]}
                {"t":1700000000010,"pair":"ETH/BTC","snapshot":true,"bids":[["0.0399","2"]],"asks":[["0.04","2"]]}
                {"t":1700000000020,"pair":"ETH/USD","snapshot":true,"bids":[["1999","2"]],"asks":[["2021","2"]]}
                """);
        for (int ms = 200; ms < 60_000; ms += 100) {
            String at = "{\"t\":" + (1_700_000_000_000L + ms) + ",\"pair\":\"";
            books.append(at).append("BTC/USD\",\"bids\":[[\"49990\",\"1\"]]}\n");
            books.append(at).append("ETH/BTC\",\"bids\":[[\"0.0399\",\"2\"]]}\n");
            books.append(at)
                    .append("ETH/USD\",\"bids\":[[\"2020\",\"")
                    .append(ms % 1_000 == 200 ? 2 : 0)
                    .append("\"]]}\n");
        }
        Files.writeString(folder.resolve("captures/books.jsonl"), books);
        Files.writeString(folder.resolve("captures/README.md"), "# not books\n");
        Files.writeString(folder.resolve("secret.jsonl"), books);
        Files.createSymbolicLink(folder.resolve("captures/link.jsonl"), folder.resolve("secret.jsonl"));
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("captures", folder.resolve("captures"));
        folders.put("books", folder.resolve("none"));
        api.close();
        api = new ApiHandler(setup(new Backtests(
                new RecordedFiles(folders),
                new ReportFolder(folder.resolve("reports")),
                "test",
                () -> now,
                waiting::add)));
    }

    private ApiSetup setup(@org.jspecify.annotations.Nullable Backtests backtests) {
        SqlClient sql = new SqlClient(nowhere);
        OperatorToken token = OperatorToken.ofHash(OperatorToken.hashOf(TOKEN));
        Account account = new Account("paper-main");
        return backtests == null
                ? new ApiSetup(sql, account, token, "test")
                : new ApiSetup(sql, account, token, "test", backtests);
    }

    @AfterEach
    void end() {
        api.close();
        nowhere.close();
    }

    private static final String SWEEP = """
            {"kind":"sweep","files":["captures/books.jsonl"],"settings":["fee-bps=10","latency-ms=20"],
            "vary":["max-notional=100,500"],"train":"0.6"}""";

    private static final String REPLAY = """
            {"kind":"replay","files":["captures/books.jsonl"],"settings":["fee-bps=10","latency-ms=20"]}""";

    @Test
    void aSweepIsStartedWatchedAndReadAgain() throws IOException {
        JsonNode before = read("/api/v1/backtests", 200);
        assertEquals(
                "[{\"name\":\"captures/books.jsonl\",\"bytes\":" + Files.size(folder.resolve("captures/books.jsonl"))
                        + ",\"format\":\"events\"}]",
                before.path("files").toString(),
                "no link, nothing that holds no books");
        assertTrue(before.path("run").isNull());
        assertEquals("26", value(before, "fee-bps"));
        assertEquals("the sweep has begun", write("", SWEEP, 200).path("text").asText());
        assertEquals(
                "running",
                read("/api/v1/backtests", 200).path("run").path("state").asText());
        waiting.remove().run();
        JsonNode after = read("/api/v1/backtests", 200);
        assertEquals("done", after.path("run").path("state").asText(), after.toString());
        String id = after.path("run").path("report_id").asText();
        assertEquals(id, after.path("items").path(0).path("report_id").asText());
        assertEquals(
                "max-notional=500", after.path("items").path(0).path("best").asText());
        JsonNode told = read("/api/v1/backtests/" + id, 200);
        assertEquals(
                2, told.path("report").path("folds").path(0).path("ranking").size());
        assertEquals(2, told.path("tried").asInt());
        write("", SWEEP, 200);
        waiting.remove().run();
        assertEquals(1, read("/api/v1/backtests", 200).path("items").size(), "the same run is the same report");
    }

    private static String value(JsonNode overview, String parameter) {
        for (JsonNode one : overview.path("parameters")) {
            if (one.path("name").asText().equals(parameter)) {
                return one.path("value").asText();
            }
        }
        return "none";
    }

    @Test
    void aReplayKeepsItsOpportunitiesWithTheirDecay() throws IOException {
        write("", REPLAY, 200);
        waiting.remove().run();
        String id = read("/api/v1/backtests", 200).path("run").path("report_id").asText();
        JsonNode report = read("/api/v1/backtests/" + id, 200).path("report");
        assertEquals(60, report.path("report").path("opportunities").asInt(), report.toString());
        assertEquals(60, report.path("opportunities").size());
        assertTrue(report.path("opportunities").path(0).path("decay").has("50"));
        assertEquals(0, report.path("left_out").asInt());
    }

    @Test
    void oneRunAtATimeAndItCanBeStopped() throws IOException {
        assertEquals(
                "no run is under way", write("/stop", "{}", 200).path("text").asText());
        write("", SWEEP, 200);
        assertEquals("busy", write("", REPLAY, 409).path("error").path("code").asText());
        assertEquals(
                "the run is being stopped",
                write("/stop", "{}", 200).path("text").asText());
        waiting.remove().run();
        JsonNode run = read("/api/v1/backtests", 200).path("run");
        assertEquals("stopped", run.path("state").asText());
        assertEquals("stopped by the operator", run.path("text").asText());
        write("", REPLAY, 200);
        now = now.plusSeconds(901);
        waiting.remove().run();
        assertEquals(
                "it took longer than 15 minutes; try fewer sets, or ./sextant arb sweep",
                read("/api/v1/backtests", 200).path("run").path("text").asText());
    }

    @Test
    void aRepeatedStartIsOneRun() throws IOException {
        APIGatewayV2HTTPResponse first = send("", SWEEP, "Bearer " + TOKEN, "one");
        assertEquals(first.getBody(), send("", SWEEP, "Bearer " + TOKEN, "one").getBody());
        assertEquals(1, waiting.size());
        assertEquals(422, send("", REPLAY, "Bearer " + TOKEN, "one").getStatusCode());
    }

    @Test
    void nobodyStartsWithoutTheTokenOrNamesAPath() throws IOException {
        assertEquals(401, send("", SWEEP, "Bearer guess", "k").getStatusCode());
        assertEquals(401, send("/stop", "{}", "", "k").getStatusCode());
        for (String name :
                new String[] {"captures/../secret.jsonl", "/etc/passwd", "captures/link.jsonl", "books.jsonl"}) {
            JsonNode refused = write("", SWEEP.replace("captures/books.jsonl", name), 400);
            assertTrue(
                    refused.path("error").path("message").asText().endsWith("expected a name of the list of files"),
                    refused.toString());
        }
        assertRefused(
                "latency-ms is 'soon', expected 0 to 60000 milliseconds, a whole number",
                "latency-ms=20",
                "latency-ms=soon");
        assertRefused("max-notional has 100 twice, expected each value once", "100,500", "100,100");
        assertRefused("train is 0.99, expected 0.1 to 0.9", "0.6", "0.99");
        assertRefused("start is 'usd!', expected one asset such as USD", "latency-ms=20", "start=usd!");
        assertFalse(Files.exists(folder.resolve("reports")));
        assertEquals(0, waiting.size());
        assertEquals(404, get("/api/v1/backtests/" + "0".repeat(64)).getStatusCode());
        assertEquals(400, get("/api/v1/backtests/x").getStatusCode());
    }

    private void assertRefused(String message, String part, String instead) throws IOException {
        assertEquals(
                message,
                write("", SWEEP.replace(part, instead), 400)
                        .path("error")
                        .path("message")
                        .asText());
    }

    @Test
    void aRunThatCannotBeDoneSaysWhy() throws IOException {
        write("", SWEEP.replace("latency-ms=20", "latency-ms=60000"), 200);
        waiting.remove().run();
        JsonNode run = read("/api/v1/backtests", 200).path("run");
        assertEquals("failed", run.path("state").asText());
        assertTrue(
                run.path("text").asText().contains("too short: each window needs more than 240000 ms"), run.toString());
    }

    @Test
    void aReportThatSomebodyChangedIsToldAndNotShown() throws IOException {
        write("", REPLAY, 200);
        waiting.remove().run();
        String id = read("/api/v1/backtests", 200).path("run").path("report_id").asText();
        Files.writeString(folder.resolve("reports/" + "f".repeat(64) + ".json"), "{half");
        assertEquals(1, read("/api/v1/backtests", 200).path("items").size());
        JsonNode refused = read("/api/v1/backtests/" + "f".repeat(64), 500);
        assertEquals("unreadable_report", refused.path("error").path("code").asText());
        assertTrue(refused.path("error").path("message").asText().contains("is no report"), refused.toString());
        assertEquals(500, get("/api/v1/backtests/" + id).getStatusCode(), "how many were tried can't be told");
    }

    @Test
    void aDeskWithoutRecordingsSaysSo() throws IOException {
        try (ApiHandler aws = new ApiHandler(setup(null))) {
            APIGatewayV2HTTPResponse answer = aws.handleRequest(event("GET", "/api/v1/backtests"), null);
            JsonNode overview = JSON.readTree(answer.getBody());
            assertFalse(overview.path("available").asBoolean());
            assertTrue(overview.path("why").asText().contains("on your own machine"));
        }
    }

    private JsonNode read(String path, int status) throws IOException {
        return checked(get(path), status);
    }

    private APIGatewayV2HTTPResponse get(String path) {
        return api.handleRequest(event("GET", path), null);
    }

    private JsonNode write(String path, String body, int status) throws IOException {
        return checked(send(path, body, "Bearer " + TOKEN, "key-" + keys++), status);
    }

    private APIGatewayV2HTTPResponse send(String path, String body, String authorization, String key) {
        APIGatewayV2HTTPEvent event = event("POST", "/api/v1/backtests" + path);
        event.setBody(body);
        event.setHeaders(
                Map.of("authorization", authorization, "idempotency-key", key, "content-type", "application/json"));
        return api.handleRequest(event, null);
    }

    private static JsonNode checked(APIGatewayV2HTTPResponse answer, int status) throws IOException {
        assertEquals(status, answer.getStatusCode(), answer.getBody());
        return JSON.readTree(answer.getBody());
    }

    private static APIGatewayV2HTTPEvent event(String method, String path) {
        RequestContext.Http http =
                RequestContext.Http.builder().withMethod(method).withPath(path).build();
        return APIGatewayV2HTTPEvent.builder()
                .withRawPath(path)
                .withRawQueryString("")
                .withHeaders(Map.of())
                .withRequestContext(RequestContext.builder()
                        .withRequestId("r-1")
                        .withHttp(http)
                        .build())
                .build();
    }
}
