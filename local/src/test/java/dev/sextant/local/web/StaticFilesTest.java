package dev.sextant.local.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.sextant.local.web.RawHttp.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {

    private static final String SCRIPT = "/assets/index-B3dQx9_k.js";

    @TempDir
    Path state;

    private WebServer web;
    private RawHttp http;

    @BeforeEach
    void start() throws IOException {
        Path dist = Files.createDirectories(state.resolve("dist"));
        Files.createDirectories(dist.resolve("assets"));
        Files.writeString(state.resolve("secret.txt"), "not for the web");
        Files.createSymbolicLink(dist.resolve("link.txt"), state.resolve("secret.txt"));
        Files.writeString(dist.resolve("index.html"), "<!doctype html><title>Sextant</title>");
        Files.writeString(dist.resolve("favicon.svg"), "<svg/>");
        Files.writeString(dist.resolve("assets/index-B3dQx9_k.js"), "console.log('sextant')");
        Files.writeString(dist.resolve("assets/index-Zz81aaQ2.css"), "body{margin:0}");
        web = WebServer.start(0, dist, event -> new APIGatewayV2HTTPResponse());
        http = new RawHttp(web.port());
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void theRootIsTheIndexPageAndIsNeverKept() {
        Reply page = http.get("/");
        assertEquals(200, page.status());
        assertEquals("<!doctype html><title>Sextant</title>", page.body());
        assertEquals("text/html; charset=utf-8", page.headers().get("Content-Type"));
        assertEquals("no-store", page.headers().get("Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/decisions", "/orders/", "/market/BTCUSDT", "/settings?tab=keys"})
    void everyPageOfTheDashboardIsTheIndexPage(String path) {
        assertTrue(http.get(path).body().contains("<title>Sextant</title>"));
    }

    @Test
    void hashedAssetsAreKeptForEverAndOthersAreAskedForAgain() {
        assertEquals(
                "public, max-age=31536000, immutable",
                http.get(SCRIPT).headers().get("Cache-Control"));
        assertEquals("no-cache", http.get("/favicon.svg").headers().get("Cache-Control"));
    }

    @Test
    void eachKindOfFileHasItsType() {
        assertEquals(
                "text/javascript; charset=utf-8", http.get(SCRIPT).headers().get("Content-Type"));
        assertEquals(
                "text/css; charset=utf-8",
                http.get("/assets/index-Zz81aaQ2.css").headers().get("Content-Type"));
        assertEquals("image/svg+xml", http.get("/favicon.svg").headers().get("Content-Type"));
    }

    @Test
    void aFileTheBrowserHasIsNotSentAgain() {
        String etag = http.get(SCRIPT).headers().get("ETag");
        Reply again = http.send("GET " + SCRIPT, "", "If-None-Match: W/\"old\", " + etag);
        assertEquals(304, again.status());
        assertEquals("", again.body());
        assertEquals(
                200, http.send("GET " + SCRIPT, "", "If-None-Match: \"other\"").status());
    }

    @Test
    void headIsGetWithoutTheBytes() {
        Reply head = http.send("HEAD " + SCRIPT, "");
        assertEquals(200, head.status());
        assertEquals("22", head.headers().get("Content-Length"));
        assertEquals("", head.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"})
    void filesAreOnlyRead(String method) {
        Reply reply = http.send(method + " /", "");
        assertEquals(405, reply.status());
        assertEquals("GET, HEAD", reply.headers().get("Allow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/assets/../../secret.txt",
                "/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e%2fsecret.txt",
                "/..%5csecret.txt",
                "/..\\secret.txt",
                "/%252e%252e/secret.txt",
                "/....//secret.txt",
                "/./../secret.txt",
                "//secret.txt",
                "/link.txt",
                "/index.html%00.js",
                "/%c0%ae%c0%ae/secret.txt",
                "/etc/passwd%00",
                "/file:/etc/passwd",
                "/assets/",
                "/missing.js",
                "http://localhost/../secret.txt"
            })
    void nothingOutsideTheFolderCanBeReached(String path) {
        Reply reply = http.get(path);
        assertFalse(reply.body().contains("not for the web"), path);
        assertTrue(reply.status() == 404 || reply.status() == 400 || isIndex(reply), path + " gave " + reply);
    }

    private static boolean isIndex(Reply reply) {
        return reply.body().contains("<title>Sextant</title>");
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() {
        for (String path : new String[] {"/", SCRIPT, "/missing.js"}) {
            Reply reply = http.get(path);
            assertEquals(
                    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'; "
                            + "require-trusted-types-for 'script'",
                    reply.headers().get("Content-Security-Policy"));
            assertEquals("nosniff", reply.headers().get("X-Content-Type-Options"));
            assertEquals("no-referrer", reply.headers().get("Referrer-Policy"));
            assertEquals("same-origin", reply.headers().get("Cross-Origin-Opener-Policy"));
            assertEquals("max-age=63072000; includeSubDomains", reply.headers().get("Strict-Transport-Security"));
            assertFalse(reply.headers().containsKey("Access-Control-Allow-Origin"));
            assertFalse(reply.headers().containsKey("Server"));
        }
    }

    @Test
    void withoutABuiltDashboardThePageSaysSo() {
        try (WebServer bare = WebServer.start(0, state.resolve("nowhere"), event -> new APIGatewayV2HTTPResponse())) {
            Reply reply = new RawHttp(bare.port()).get("/");
            assertEquals(404, reply.status());
            assertTrue(reply.body().contains("the dashboard is not built"), reply::body);
        }
    }

    @Test
    void aTakenPortIsOneClearLine() {
        PortBusyException busy = assertThrows(
                PortBusyException.class,
                () -> WebServer.start(web.port(), state, event -> new APIGatewayV2HTTPResponse()));
        assertEquals(
                "port " + web.port() + " on 127.0.0.1 is taken by another program; stop it or choose another port",
                busy.getMessage());
    }
}
