package dev.sextant.local.venue.stream;

import dev.sextant.local.venue.faults.ObservedFrame;
import dev.sextant.local.venue.play.FramePublisher;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Who listens to what. A subscription to a stream of another route, of another case or of no kind is kept and silent. */
final class StreamHub implements FramePublisher {

    private static final long POLL_MICROS = 200;

    private final Map<String, List<StreamConnection>> audience = new ConcurrentHashMap<>();
    private final Map<String, List<StreamConnection>> privateAudience = new ConcurrentHashMap<>();
    private final List<StreamConnection> connections = new CopyOnWriteArrayList<>();
    private final Runnable audienceChanged;
    private final Duration slowConsumer;

    StreamHub(Runnable audienceChanged, Duration slowConsumer) {
        this.audienceChanged = audienceChanged;
        this.slowConsumer = slowConsumer;
    }

    void opened(StreamConnection connection) {
        connections.add(connection);
        String listenKey = connection.target().listenKey();
        if (listenKey != null) {
            list(privateAudience, listenKey).add(connection);
        }
        listen(connection);
        audienceChanged.run();
    }

    /** All of a connection's streams in one step: a market that waits for listeners must not begin between two of them. */
    private synchronized void listen(StreamConnection connection) {
        connection.target().streams().forEach(stream -> add(connection, stream));
    }

    private boolean add(StreamConnection connection, String stream) {
        boolean heard = connection.add(stream)
                && Route.of(stream) == connection.target().route();
        if (heard) {
            list(audience, stream).add(connection);
        }
        return heard;
    }

    void closed(StreamConnection connection) {
        connections.remove(connection);
        audience.values().forEach(list -> list.remove(connection));
        privateAudience.values().forEach(list -> list.remove(connection));
        audienceChanged.run();
    }

    void subscribe(StreamConnection connection, String stream) {
        if (add(connection, stream)) {
            audienceChanged.run();
        }
    }

    void unsubscribe(StreamConnection connection, String stream) {
        if (connection.remove(stream)) {
            list(audience, stream).remove(connection);
            audienceChanged.run();
        }
    }

    private static List<StreamConnection> list(Map<String, List<StreamConnection>> map, String name) {
        return map.computeIfAbsent(name, _ -> new CopyOnWriteArrayList<>());
    }

    @Override
    public boolean isWanted(String stream) {
        return !audience.getOrDefault(stream, List.of()).isEmpty();
    }

    @Override
    public synchronized boolean areWanted(List<String> streams) {
        return streams.stream().allMatch(this::isWanted);
    }

    @Override
    public void publish(String stream, long eventTimeMs, String json) {
        for (StreamConnection connection : audience.getOrDefault(stream, List.of())) {
            connection.deliver(stream, eventTimeMs, json, stream);
        }
    }

    @Override
    public void awaitHandedOver() throws InterruptedException {
        long startNanos = System.nanoTime();
        for (StreamConnection connection : connections) {
            while (connection.hasUnsent()) {
                if (System.nanoTime() - startNanos > slowConsumer.toNanos()) {
                    connection.cut();
                    break;
                }
                TimeUnit.MICROSECONDS.sleep(POLL_MICROS);
                connection.flush();
            }
        }
    }

    /** Hands a private event to whoever listens with this key and allows its type. */
    void publishPrivate(String listenKey, String type, long eventTimeMs, String json) {
        for (StreamConnection connection : privateAudience.getOrDefault(listenKey, List.of())) {
            if (connection.target().events().isEmpty()
                    || connection.target().events().contains(type)) {
                connection.deliver(ObservedFrame.USER_STREAM, eventTimeMs, json, listenKey);
            }
        }
    }

    /** The connections of a listen key. */
    List<StreamConnection> listening(String listenKey) {
        return privateAudience.getOrDefault(listenKey, List.of());
    }

    Collection<StreamConnection> connections() {
        return connections;
    }
}
