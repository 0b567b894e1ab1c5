package dev.sextant.direct;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how long a triangle takes from the detector's word to leg 1 in the socket's hands, the plan's making included, and says so in the log:
 * {@code bench/direct-lane.sh} reads it there. From any thread.
 */
public final class LaneTime implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LaneTime.class);
    private static final long NONE = 0;
    private static final long MICRO = 1_000;

    private final AtomicLong sinceNanos = new AtomicLong(NONE);

    /** @param nanos when the books' thread was told of the triangle, by {@link System#nanoTime} */
    void seen(long nanos) {
        sinceNanos.set(nanos);
    }

    void left() {
        sinceNanos.set(NONE);
    }

    /** An order has been handed to the socket; the first after a sight is leg 1. */
    @Override
    public void run() {
        long since = sinceNanos.getAndSet(NONE);
        if (since != NONE) {
            LOG.info("leg 1 written {} us after its triangle was seen", (System.nanoTime() - since) / MICRO);
        }
    }
}
