package dev.sextant.local.venue.kraken.follow;

import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketConnector;
import dev.sextant.venues.http.SocketListener;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Real connections whose messages are told when {@link #hearAll} is called, on the caller's thread. */
public final class FencedSocket implements SocketConnector, AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private UnaryOperator<String> tampering = UnaryOperator.identity();
    private @Nullable Line line;
    private long pings;

    @Override
    public SocketConnection open(URI uri, SocketListener listener) {
        Line opened = new Line(uri, listener);
        line = opened;
        return opened;
    }

    /** What is heard goes through this from now on. */
    public void tamper(UnaryOperator<String> with) {
        tampering = with;
    }

    /** Tells everything that was sent up to now: the answer to a ping comes behind it. */
    public void hearAll() throws InterruptedException {
        Line now = line;
        if (now == null) {
            return;
        }
        if (!now.told) {
            now.told = true;
            now.listener.onOpen();
        }
        now.send("{\"method\":\"ping\",\"req_id\":" + ++pings + "}");
        String pong = "{\"method\":\"pong\",\"req_id\":" + pings;
        for (String text = now.next(); !text.startsWith(pong); text = now.next()) {
            now.listener.onText(tampering.apply(text));
        }
    }

    /** The connection breaks. */
    public void cut() {
        Line now = line;
        if (now != null) {
            line = null;
            now.abort();
            now.listener.onClosed("cut");
        }
    }

    @Override
    public void close() {
        Line now = line;
        if (now != null) {
            now.abort();
        }
        client.shutdownNow();
    }

    private final class Line implements SocketConnection, WebSocket.Listener {
        private final SocketListener listener;
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;
        private boolean told;

        Line(URI uri, SocketListener listener) {
            this.listener = listener;
            this.socket = client.newWebSocketBuilder().buildAsync(uri, this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, data, last);
        }

        String next() throws InterruptedException {
            String text = heard.poll(20, TimeUnit.SECONDS);
            if (text == null) {
                throw new AssertionError("nothing was heard for 20 s");
            }
            return text;
        }

        @Override
        public void send(String text) {
            socket.sendText(text, true).join();
        }

        @Override
        public void ping() {}

        @Override
        public void abort() {
            if (line == this) {
                line = null;
            }
            socket.abort();
        }
    }
}
