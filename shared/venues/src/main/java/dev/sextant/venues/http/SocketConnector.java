package dev.sextant.venues.http;

import java.net.URI;

/** Opens WebSocket connections. */
@FunctionalInterface
public interface SocketConnector {

    /** Starts to open one and returns; the listener is told how it went. */
    SocketConnection open(URI uri, SocketListener listener);
}
