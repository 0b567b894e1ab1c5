package dev.sextant.local.venue.faults;

/**
 * A WebSocket frame about to be sent to one connection.
 *
 * @param connection 1 for the first connection the server accepted, 2 for the next
 * @param stream stream name as subscribed; {@link #USER_STREAM} on the private route
 * @param eventTimeMs the frame's event time
 */
public record ObservedFrame(long connection, String stream, long eventTimeMs, String json) {

    /** The stream name of private frames. */
    public static final String USER_STREAM = "userData";
}
