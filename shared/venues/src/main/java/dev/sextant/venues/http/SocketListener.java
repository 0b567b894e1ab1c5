package dev.sextant.venues.http;

/**
 * Told by a {@link SocketConnection} what happens, one call at a time, on the connection's own thread. While a call
 * lasts no further message is read from the network, so a slow listener slows the sender instead of filling memory.
 */
public interface SocketListener {

    /** The handshake is done. */
    void onOpen();

    /** A whole text message, its parts joined. */
    void onText(String text);

    /** The other side has answered a ping. */
    default void onPong() {}

    /** A message longer than the limit was dropped; {@code chars} is its length. */
    void onOversized(long chars);

    /** The connection is over, or never came to be. Called exactly once, last. */
    void onClosed(String reason);
}
