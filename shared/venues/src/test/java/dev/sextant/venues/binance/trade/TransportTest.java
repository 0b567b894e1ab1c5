package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void aNameThatDoesNotResolveMeansNothingWasSent() {
        try (Transport transport = new Transport(Duration.ofSeconds(2), PATIENCE)) {
            assertInstanceOf(TransportOutcome.NotSent.class, transport.send(get("http://no-such-host.invalid/")));
        }
    }

    @Test
    void aHandshakeThatNeverEndsMeansNothingWasSent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Transport transport = new Transport(Duration.ofMillis(300), PATIENCE)) {
            assertInstanceOf(TransportOutcome.NotSent.class, transport.send(get(tls(silent))));
        }
    }

    /** How the client reports it is a race: mostly the handshake's failure, now and then the end of its patience. */
    @Test
    void aHandshakeThatFailsIsNoAnswer() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Transport transport = new Transport(Duration.ofSeconds(2), PATIENCE)) {
            Thread peer = Thread.startVirtualThread(() -> answerPlainly(plain));
            switch (transport.send(get(tls(plain)))) {
                case TransportOutcome.Lost lost -> assertTrue(lost.reason().contains("SSLException"), lost.reason());
                case TransportOutcome.NotSent not ->
                    assertTrue(not.reason().contains("HttpConnectTimeoutException"), not.reason());
                case TransportOutcome.Answered answered -> fail(answered.toString());
            }
            peer.join(Duration.ofSeconds(5));
        }
    }

    private static void answerPlainly(ServerSocket server) {
        try (Socket peer = server.accept()) {
            peer.getInputStream().read();
            peer.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            peer.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client is free to hang up first.
        }
    }

    private static String tls(ServerSocket server) {
        return "https://127.0.0.1:" + server.getLocalPort() + "/x";
    }

    @Test
    void anInterruptLeavesItOpenAndStaysSet() {
        try (ScriptedVenue venue = new ScriptedVenue();
                Transport transport = new Transport(Duration.ofSeconds(2), PATIENCE)) {
            venue.on("GET /x", venue.silence());
            Thread.currentThread().interrupt();
            assertEquals(
                    new TransportOutcome.Lost("interrupted while waiting for the answer"),
                    transport.send(get(venue.uri() + "/x")));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aMachineSetUpToSendPostsTwiceIsRefused() {
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
        try {
            IllegalStateException refusal =
                    assertThrows(IllegalStateException.class, () -> new Transport(PATIENCE, PATIENCE));
            assertTrue(String.valueOf(refusal.getMessage()).contains("jdk.httpclient.enableAllMethodRetry"));
        } finally {
            System.clearProperty("jdk.httpclient.enableAllMethodRetry");
        }
    }

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).GET().build();
    }
}
