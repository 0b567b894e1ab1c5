package dev.sextant.venues.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * {@link SocketConnector} on the JDK's WebSocket, which answers ping frames by itself as long as messages are asked for;
 * so the next one is asked for after every message, whatever it was.
 */
public final class JdkSocketConnector implements SocketConnector {

    private final HttpClient client;
    private final Duration connectTimeout;
    private final int maxChars;

    /** @param maxChars longer messages are dropped and reported, without being kept in memory */
    public JdkSocketConnector(HttpClient client, Duration connectTimeout, int maxChars) {
        this.client = client;
        this.connectTimeout = connectTimeout;
        this.maxChars = maxChars;
    }

    @Override
    public SocketConnection open(URI uri, SocketListener listener) {
        Connection connection = new Connection(listener, maxChars);
        var _ = client.newWebSocketBuilder()
                .connectTimeout(connectTimeout)
                .buildAsync(uri, connection)
                .whenComplete((socket, failure) -> {
                    if (failure != null) {
                        connection.closed("cannot connect to " + uri.getHost() + ": " + failure.getMessage());
                    }
                });
        return connection;
    }

    private static final class Connection implements SocketConnection, WebSocket.Listener {
        private final SocketListener listener;
        private final MessageParts parts;
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicReference<@Nullable WebSocket> socket = new AtomicReference<>();
        private CompletableFuture<?> sending = CompletableFuture.completedFuture("");

        Connection(SocketListener listener, int maxChars) {
            this.listener = listener;
            this.parts = new MessageParts(maxChars, listener);
        }

        @Override
        public void onOpen(WebSocket opened) {
            socket.set(opened);
            if (over.get()) {
                opened.abort();
                return;
            }
            listener.onOpen();
            opened.request(1);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            if (!over.get()) {
                parts.add(part, last);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            if (!over.get()) {
                listener.onPong();
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed("closed by the venue with " + status + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed("connection lost: " + error);
        }

        @Override
        public void ping() {
            WebSocket opened = socket.get();
            if (opened != null && !over.get()) {
                // Whether it could be sent shows in whether the answer comes.
                var _ = opened.sendPing(ByteBuffer.allocate(0));
            }
        }

        @Override
        public synchronized void send(String text) {
            WebSocket opened = socket.get();
            if (opened != null && !over.get()) {
                // the JDK's socket takes one message at a time
                sending = sending.thenCompose(before -> opened.sendText(text, true))
                        .whenComplete((sent, failure) -> {
                            if (failure != null) {
                                closed("connection lost: " + failure);
                            }
                        });
            }
        }

        @Override
        public void abort() {
            closed("closed by the desk");
            WebSocket opened = socket.get();
            if (opened != null) {
                opened.abort();
            }
        }

        void closed(String reason) {
            if (over.compareAndSet(false, true)) {
                listener.onClosed(reason);
            }
        }
    }
}
