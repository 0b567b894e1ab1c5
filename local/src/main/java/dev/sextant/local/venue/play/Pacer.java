package dev.sextant.local.venue.play;

/**
 * Holds the player at each full second of event time. It is called after everything with an event time up to that second
 * was handed to every socket, the {@code markPrice@1s} frame of the second last, and before anything later is. While it
 * blocks, the market clock stands at that second, REST goes on answering, and an order reaches the book at once, against
 * the book as it stands, with the time stamps it would have had in a running market (second + latency). So what a desk
 * does in reaction to a second depends on that second alone, whatever the speed.
 */
@FunctionalInterface
public interface Pacer {

    /** Returns when the market may go on beyond this second (epoch ms). Interrupted when the server closes. */
    void awaitTick(long marketTimeMs) throws InterruptedException;

    /** Never holds. */
    static Pacer none() {
        return marketTimeMs -> {};
    }
}
