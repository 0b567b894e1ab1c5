package dev.sextant.venues.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkHttpGetTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpClient client = JdkHttpGet.newClient(LONG);
    private final HttpGet http = new JdkHttpGet(client, 1_000);
    private HttpServer server;
    private URI base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/ok", 200, "grüße");
        answer("/busy", 429, "{}");
        answer("/big", 200, "x".repeat(1_001));
        server.createContext("/never", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.setExecutor(Thread::startVirtualThread);
        server.start();
        base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Retry-After", "7");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        client.close();
    }

    @Test
    void anAnswerIsReadAsUtf8() throws Exception {
        assertEquals("grüße", http.get(base.resolve("/ok"), LONG).body());
    }

    @Test
    void aRefusalIsAnAnswerWithItsHeaders() throws Exception {
        HttpReply reply = http.get(base.resolve("/busy"), LONG);
        assertEquals(429, reply.status());
        assertEquals(7, reply.longHeader("retry-after").orElseThrow());
    }

    @Test
    void anAnswerBeyondTheLimitFails() {
        assertThrows(IOException.class, () -> http.get(base.resolve("/big"), LONG));
    }

    @Test
    void aSilentServerTimesOut() {
        assertThrows(HttpTimeoutException.class, () -> http.get(base.resolve("/never"), Duration.ofMillis(200)));
    }

    @Test
    void aServerThatIsNotThereFails() {
        server.stop(0);
        assertThrows(IOException.class, () -> http.get(base.resolve("/ok"), LONG));
    }
}
