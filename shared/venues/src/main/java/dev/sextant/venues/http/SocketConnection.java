package dev.sextant.venues.http;

/** One WebSocket connection, from its opening on. */
public interface SocketConnection {

    /** Asks the other side for a sign of life, which comes as {@link SocketListener#onPong}. Does nothing before it is open. */
    default void ping() {}

    /** Sends a text message behind those before it. Does nothing before it is open; a failure shows as the connection's end. */
    default void send(String text) {}

    /** Ends it at once; its listener hears {@link SocketListener#onClosed} if it had not yet. */
    void abort();
}
