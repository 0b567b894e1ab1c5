package dev.sextant.local.venue.stream;

import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.FrameFault;
import dev.sextant.local.venue.faults.ObservedFrame;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/** One client's socket and what it subscribed to. */
final class StreamConnection {

    private final long number;
    private final WebSocket socket;
    private final Runnable writeDemand;
    private final StreamTarget target;
    private final Faults faults;
    private final MessageRate rate;
    private final long openedAtNanos;
    private final Set<String> streams = new LinkedHashSet<>();
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();
    private volatile boolean combined;
    private volatile long lastPongNanos;

    StreamConnection(
            long number,
            WebSocket socket,
            Runnable writeDemand,
            StreamTarget target,
            Faults faults,
            MessageRate rate,
            long nowNanos) {
        this.number = number;
        this.socket = socket;
        this.writeDemand = writeDemand;
        this.target = target;
        this.faults = faults;
        this.rate = rate;
        this.combined = target.combined();
        this.openedAtNanos = nowNanos;
        this.lastPongNanos = nowNanos;
    }

    StreamTarget target() {
        return target;
    }

    boolean isCombined() {
        return combined;
    }

    void setCombined(boolean wrapped) {
        combined = wrapped;
    }

    MessageRate rate() {
        return rate;
    }

    long ageNanos(long nowNanos) {
        return nowNanos - openedAtNanos;
    }

    long silenceNanos(long nowNanos) {
        return nowNanos - lastPongNanos;
    }

    void ponged(long nowNanos) {
        lastPongNanos = nowNanos;
    }

    /** Subscribes; false when it was subscribed already. */
    synchronized boolean add(String stream) {
        return streams.add(stream);
    }

    /** Unsubscribes; false when it wasn't subscribed. */
    synchronized boolean remove(String stream) {
        return streams.remove(stream);
    }

    synchronized List<String> streams() {
        return List.copyOf(streams);
    }

    /** Sends an event unless a fault has another idea. */
    void deliver(String stream, long eventTimeMs, String json, String shownName) {
        if (stalled.contains(stream)) {
            return;
        }
        FrameFault fault = faults.onFrame(new ObservedFrame(number, stream, eventTimeMs, json));
        String text = combined ? "{\"stream\":\"" + shownName + "\",\"data\":" + json + "}" : json;
        switch (fault) {
            case NONE -> send(text);
            case DROP -> {}
            case DUPLICATE -> {
                send(text);
                send(text);
            }
            case STALL -> stalled.add(stream);
            case CUT -> cut();
        }
    }

    /** Sends as it is. */
    void send(String text) {
        try {
            socket.send(text);
        } catch (WebsocketNotConnectedException _) {
            // It closed between being looked up and being written to; its closing is handled where it is reported.
        }
    }

    void ping() {
        try {
            socket.sendPing();
        } catch (WebsocketNotConnectedException _) {
            // As above.
        }
    }

    void close(int code, String reason) {
        socket.close(code, reason);
    }

    void cut() {
        socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
        // A socket is only gone once the selector has looked at it again, which an idle one doesn't by itself.
        writeDemand.run();
    }

    boolean hasUnsent() {
        return socket.isOpen() && socket.hasBufferedData();
    }

    /**
     * Asks again for what is queued to be written. The library can miss a write demand that comes just as its selector
     * finishes an earlier write; what was queued then stays until the next demand, so somebody has to ask now and then.
     */
    void flush() {
        if (socket.hasBufferedData()) {
            writeDemand.run();
        }
    }
}
