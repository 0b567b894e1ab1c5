package dev.sextant.venues.binance.market.socket;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A venue's stream server on a free port; the test holds each accepted connection and speaks through it. */
final class LoopbackStreams extends WebSocketServer {

    private final CountDownLatch started = new CountDownLatch(1);
    final BlockingQueue<WebSocket> accepted = new LinkedBlockingQueue<>();
    final BlockingQueue<WebSocket> ended = new LinkedBlockingQueue<>();

    LoopbackStreams() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setReuseAddr(true);
    }

    LoopbackStreams begin() throws InterruptedException {
        start();
        if (!started.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the stream server did not start");
        }
        return this;
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + getPort() + "/market/stream?streams=x");
    }

    WebSocket awaitConnection() throws InterruptedException {
        WebSocket socket = accepted.poll(10, TimeUnit.SECONDS);
        if (socket == null) {
            throw new AssertionError("nobody connected");
        }
        return socket;
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        accepted.add(socket);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        ended.add(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String message) {}

    @Override
    public void onError(WebSocket socket, Exception error) {}
}
