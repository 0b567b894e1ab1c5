package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.wire.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A WebSocket that keeps every frame it was sent. */
final class StreamClient implements WebSocket.Listener {

    private static final long PATIENCE_SECONDS = 20;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final List<String> frames = new CopyOnWriteArrayList<>();
    final AtomicInteger pings = new AtomicInteger();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private StreamClient(URI uri) {
        socket = HTTP.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    static StreamClient open(VenueServer server, String path) {
        return new StreamClient(URI.create(server.wsUri() + path));
    }

    /**
     * Opened, and noted as a listener: the venue answers the handshake before it has noted who listens, and what happens
     * in between is not heard.
     */
    static StreamClient listening(VenueServer server, String path) throws InterruptedException {
        return open(server, path).awaitAllSent();
    }

    /** Waits until everything that was sent before this call is here: the answer to a question comes after it. */
    StreamClient awaitAllSent() throws InterruptedException {
        say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":98}").awaitFrame("\"id\":98");
        frames.removeIf(frame -> frame.contains("\"id\":98"));
        return this;
    }

    StreamClient say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    StreamClient subscribe(String stream) {
        return say("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + stream + "\"],\"id\":1}");
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            synchronized (frames) {
                frames.add(partial.toString());
                frames.notifyAll();
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
        synchronized (frames) {
            pings.incrementAndGet();
            frames.notifyAll();
        }
        webSocket.request(1);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.complete(-1);
    }

    /** The close code, or −1 for a cut. */
    int closeCode() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Waits until something is true of the frames so far. */
    StreamClient await(Predicate<List<String>> condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (frames) {
            while (!condition.test(frames)) {
                long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (leftMillis <= 0) {
                    fail("waited in vain; frames so far: " + frames.size() + ", last "
                            + (frames.isEmpty() ? "none" : frames.getLast()));
                }
                frames.wait(leftMillis);
            }
        }
        return this;
    }

    StreamClient awaitFrame(String part) throws InterruptedException {
        return await(seen -> seen.stream().anyMatch(frame -> frame.contains(part)));
    }

    /** The events of a type, unwrapped from combined frames. */
    List<JsonNode> events(String type) {
        return frames.stream()
                .map(StreamClient::event)
                .filter(event -> event.path("e").asText().equals(type))
                .toList();
    }

    static JsonNode event(String frame) {
        try {
            JsonNode json = Json.read(frame);
            return json.has("data") ? json.get("data") : json;
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + frame, e);
        }
    }
}
