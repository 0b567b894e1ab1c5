package dev.sextant.local.venue.kraken.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.http.LoopbackSocketServer;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.ObservedFrame;
import dev.sextant.local.venue.kraken.Latency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/** One connection: what it subscribed to, how far each channel has counted, and the token it was opened with. */
final class Subscriptions {

    private final long number;
    private final LoopbackSocketServer server;
    private final WebSocket socket;
    private final Faults faults;
    private final Latency latency;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Set<String> stalled = new HashSet<>();
    private String token = "";

    Subscriptions(long number, LoopbackSocketServer server, WebSocket socket, Faults faults, Latency latency) {
        this.latency = latency;
        this.number = number;
        this.server = server;
        this.socket = socket;
        this.faults = faults;
    }

    long number() {
        return number;
    }

    boolean any() {
        return !sequences.isEmpty();
    }

    /** Whether its subscription lives on under this token. */
    boolean livesUnder(String given) {
        return any() && token.equals(given);
    }

    void begin(String channel, String openedBy) {
        token = openedBy;
        sequences.put(channel, 0L);
        stalled.remove(channel);
    }

    void end(String channel) {
        sequences.remove(channel);
    }

    /** Tells of something, if this channel is subscribed to and no fault has another idea. It is counted either way. */
    void tell(String channel, String type, List<JsonNode> data, long nowMs) {
        Long before = sequences.get(channel);
        if (before == null) {
            return;
        }
        sequences.put(channel, before + 1);
        String text = Frames.message(channel, type, data, before + 1);
        if (stalled.contains(channel)) {
            return;
        }
        switch (faults.onFrame(new ObservedFrame(number, channel, nowMs, text))) {
            case NONE -> send(text);
            case DROP -> {}
            case DUPLICATE -> {
                send(text);
                send(text);
            }
            case STALL -> stalled.add(channel);
            case CUT -> cut();
        }
    }

    /** Ends without a closing handshake; what is sent after it is lost. */
    void cut() {
        server.cut(socket);
    }

    void send(String text) {
        latency.after(() -> arrive(text));
    }

    private void arrive(String text) {
        try {
            if (socket.isOpen()) {
                socket.send(text);
            }
        } catch (WebsocketNotConnectedException _) {
            // It closed between being looked up and being written to; an order goes on all the same.
        }
    }
}
