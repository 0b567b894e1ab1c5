package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another site's page can do here: nothing. */
class OriginTest {

    private static final WebServer WEB = WebServer.start(
            0,
            Path.of("no-dashboard"),
            event -> APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody("{}")
                    .build());
    private static final RawHttp HTTP = new RawHttp(WEB.port());

    @AfterAll
    static void stop() {
        WEB.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "127.0.0.1:9999", "[::1]:8080"})
    void thisMachinesNamesAreServed(String host) {
        assertEquals(200, HTTP.send("GET /api/v1/health", "", "Host: " + host).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example:8080",
                "0.0.0.0",
                "127.0.0.2",
                "localhost:8080@evil.example",
                "LOCALHOST.",
                "",
                "localhost evil"
            })
    void anotherNameIsSomebodyElsesDns(String host) {
        assertEquals(421, HTTP.send("GET /api/v1/health", "", "Host: " + host).status());
    }

    @Test
    void twoHostsAreNone() {
        assertEquals(
                421,
                HTTP.send("GET /api/v1/health", "", "Host: localhost", "Host: evil.example")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "", "none,cross-site", "SAME-ORIGIN"})
    void aWriteFromAnotherSitesPageIsRefused(String site) {
        assertEquals(
                403,
                HTTP.post("/api/v1/strategies/x/stop", "{}", "Sec-Fetch-Site: " + site)
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "http://localhost.evil.example",
                "file://",
                "http://localhost:8080/x"
            })
    void aWriteWithAForeignOriginIsRefused(String origin) {
        assertEquals(
                403,
                HTTP.post("/api/v1/strategies/x/stop", "{}", "Origin: " + origin)
                        .status());
    }

    @Test
    void ourOwnPagesAndProgramsMayWrite() {
        assertEquals(200, HTTP.post("/api/v1/strategies/x/stop", "{}").status());
        assertEquals(
                200,
                HTTP.post(
                                "/api/v1/strategies/x/stop",
                                "{}",
                                "Sec-Fetch-Site: same-origin",
                                "Origin: http://localhost:8080")
                        .status());
    }
}
