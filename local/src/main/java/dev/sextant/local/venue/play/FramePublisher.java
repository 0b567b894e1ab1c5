package dev.sextant.local.venue.play;

import java.util.List;

/** Where the market's frames go. */
public interface FramePublisher {

    /** Whether anybody would get a frame of this stream; spares the work of making one. */
    boolean isWanted(String stream);

    /** Whether each of the streams has a listener; a connection that is just being opened counts whole or not at all. */
    boolean areWanted(List<String> streams);

    /** Hands a frame to every subscriber of the stream, in the order of calls. */
    void publish(String stream, long eventTimeMs, String json);

    /** Waits until everything handed over is on its way, so that a fast player can't flood a slow reader. */
    void awaitHandedOver() throws InterruptedException;
}
