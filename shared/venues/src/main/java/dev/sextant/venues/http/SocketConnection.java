package dev.sextant.venues.http;

/** One WebSocket connection, from its opening on. */
public interface SocketConnection {

    /** Asks the other side for a sign of life, which comes as {@link SocketListener#onPong}. Does nothing before it is open. */
    default void ping() {}

    /** Ends it at once; its listener hears {@link SocketListener#onClosed} if it had not yet. */
    void abort();
}
