package dev.sextant.venues.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.enums.Opcode;
import org.java_websocket.framing.Framedata;
import org.java_websocket.framing.PingFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdkSocketConnectorTest {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> accepted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pongs = new LinkedBlockingQueue<>();
    private final HttpClient client = JdkHttpGet.newClient(WAIT);
    private final SocketConnector connector = new JdkSocketConnector(client, WAIT, 100);
    private final Server server = new Server();

    @BeforeEach
    void start() throws InterruptedException {
        server.start();
        assertEquals("started", heard.poll(10, TimeUnit.SECONDS));
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.stop(1_000);
        client.shutdownNow();
    }

    private WebSocket open() throws InterruptedException {
        connector.open(URI.create("ws://127.0.0.1:" + server.getPort() + "/x"), new Listener());
        WebSocket socket = accepted.poll(10, TimeUnit.SECONDS);
        assertEquals("open", next());
        return socket;
    }

    private String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void messagesArriveInOrderWithTheirPartsJoined() throws InterruptedException {
        WebSocket venue = open();
        venue.send("one");
        venue.sendFragmentedFrame(Opcode.TEXT, ByteBuffer.wrap("tw".getBytes(UTF_8)), false);
        venue.sendFragmentedFrame(Opcode.TEXT, ByteBuffer.wrap("o".getBytes(UTF_8)), true);
        venue.send("three");

        assertEquals("one", next());
        assertEquals("two", next());
        assertEquals("three", next());
    }

    @Test
    void aMessageBeyondTheLimitIsDroppedAndTheNextIsHeard() throws InterruptedException {
        WebSocket venue = open();
        venue.send("x".repeat(50_000));
        venue.send("after");

        assertEquals("oversized 50000", next());
        assertEquals("after", next());
    }

    @Test
    void aPingIsAnsweredWithItsPayload() throws InterruptedException {
        WebSocket venue = open();
        PingFrame ping = new PingFrame();
        ping.setPayload(ByteBuffer.wrap("1790000000".getBytes(UTF_8)));
        venue.sendFrame(ping);

        assertEquals("1790000000", pongs.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void theVenuesCloseIsToldOnceWithItsReason() throws InterruptedException {
        WebSocket venue = open();
        venue.close(1008, "Too many requests");

        assertEquals("closed by the venue with 1008 Too many requests", next());
    }

    @Test
    void abortingEndsTheConnectionAtOnce() throws InterruptedException {
        SocketConnection connection =
                connector.open(URI.create("ws://127.0.0.1:" + server.getPort() + "/x"), new Listener());
        accepted.poll(10, TimeUnit.SECONDS);
        assertEquals("open", next());
        connection.abort();

        assertEquals("closed by the desk", next());
    }

    @Test
    void aVenueThatIsNotThereIsToldAsClosed() throws InterruptedException {
        connector.open(URI.create("ws://127.0.0.1:1/x"), new Listener());
        assertTrue(next().startsWith("cannot connect to 127.0.0.1"));
    }

    private final class Listener implements SocketListener {
        @Override
        public void onOpen() {
            heard.add("open");
        }

        @Override
        public void onText(String text) {
            heard.add(text);
        }

        @Override
        public void onOversized(long chars) {
            heard.add("oversized " + chars);
        }

        @Override
        public void onClosed(String reason) {
            heard.add(reason);
        }
    }

    private final class Server extends WebSocketServer {
        Server() {
            super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        public void onStart() {
            heard.add("started");
        }

        @Override
        public void onOpen(WebSocket socket, ClientHandshake handshake) {
            accepted.add(socket);
        }

        @Override
        public void onWebsocketPong(WebSocket socket, Framedata pong) {
            pongs.add(new String(pong.getPayloadData().array(), UTF_8));
        }

        @Override
        public void onMessage(WebSocket socket, String message) {}

        @Override
        public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

        @Override
        public void onError(WebSocket socket, Exception error) {}
    }
}
