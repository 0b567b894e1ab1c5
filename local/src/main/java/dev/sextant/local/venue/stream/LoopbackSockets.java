package dev.sextant.local.venue.stream;

import dev.sextant.local.http.LoopbackSocketServer;
import dev.sextant.local.venue.faults.Faults;
import java.util.concurrent.atomic.AtomicLong;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket library's side: accepts sockets on the loopback interface and passes on what happens to them. */
final class LoopbackSockets extends LoopbackSocketServer {

    private static final Logger LOG = LoggerFactory.getLogger(LoopbackSockets.class);

    private final StreamHub hub;
    private final ControlMessages control;
    private final ListenKeys listenKeys;
    private final ConnectionRules rules;
    private final Faults faults;
    private final AtomicLong accepted = new AtomicLong();

    LoopbackSockets(StreamHub hub, ListenKeys listenKeys, ConnectionRules rules, Faults faults) {
        this.hub = hub;
        this.control = new ControlMessages(hub, rules.maxStreams());
        this.listenKeys = listenKeys;
        this.rules = rules;
        this.faults = faults;
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (StreamTarget.of(request.getResourceDescriptor()) == null) {
            throw new InvalidDataException(CloseFrame.REFUSE, "no such path: " + request.getResourceDescriptor());
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {
        StreamTarget target = StreamTarget.of(request.getResourceDescriptor());
        if (target == null || isForeignKey(target)) {
            socket.close(CloseFrame.POLICY_VALIDATION, "Invalid listen key");
            return;
        }
        StreamConnection connection = new StreamConnection(
                accepted.incrementAndGet(),
                socket,
                () -> onWriteDemand(socket),
                target,
                faults,
                new MessageRate(rules.messagesPerSecond()),
                System.nanoTime());
        socket.setAttachment(connection);
        hub.opened(connection);
    }

    private boolean isForeignKey(StreamTarget target) {
        String listenKey = target.listenKey();
        return target.route() == Route.PRIVATE && (listenKey == null || !listenKeys.isActive(listenKey));
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        StreamConnection connection = socket.getAttachment();
        if (isAdmitted(connection)) {
            control.handle(connection, message);
        }
    }

    @Override
    public void onWebsocketPing(WebSocket socket, Framedata frame) {
        super.onWebsocketPing(socket, frame);
        isAdmitted(socket.getAttachment());
    }

    @Override
    public void onWebsocketPong(WebSocket socket, Framedata frame) {
        StreamConnection connection = socket.getAttachment();
        if (isAdmitted(connection)) {
            connection.ponged(System.nanoTime());
        }
    }

    private static boolean isAdmitted(@Nullable StreamConnection connection) {
        if (connection == null) {
            return false;
        }
        boolean admitted = connection.rate().admit(System.nanoTime());
        if (!admitted) {
            connection.close(CloseFrame.POLICY_VALIDATION, "Too many requests");
        }
        return admitted;
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        StreamConnection connection = socket.getAttachment();
        if (connection != null) {
            hub.closed(connection);
        }
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception problem) {
        LOG.debug("WebSocket {}: {}", socket, problem.toString());
    }
}
