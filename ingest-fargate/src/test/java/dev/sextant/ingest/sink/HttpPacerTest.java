package dev.sextant.ingest.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPacerTest {

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile int status = 204;
    private HttpServer server;
    private Pacer pacer;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ack", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        pacer = new HttpPacer(
                client, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ack"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        client.close();
    }

    @Test
    void aTickIsAcknowledgedWithBothSequenceNumbers() throws Exception {
        pacer.tickDone(1_750_000_005_000L, new Receipt("41", Map.of()), new Receipt("7", Map.of()));
        assertEquals(
                List.of(
                        "{\"consumer\":\"ingest\",\"tick_ms\":1750000005000,\"market_sequence\":\"41\",\"decisions_sequence\":\"7\"}"),
                heard);
    }

    @Test
    void aRefusalIsAFailureSoThatItIsToldAgain() {
        status = 500;
        assertThrows(IOException.class, () -> pacer.tickDone(0, Receipt.NONE, Receipt.NONE));
    }
}
