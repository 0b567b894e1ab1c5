package dev.sextant.venues.http;

/** One WebSocket connection, from its opening on. */
public interface SocketConnection {

    /** Ends it at once; its listener hears {@link SocketListener#onClosed} if it had not yet. */
    void abort();
}
