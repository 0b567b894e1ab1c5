package dev.sextant.local.venue.kraken;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a venue's private side, and back. Wall time; nothing overtakes what was sent before it on the same socket. */
public final class Latency implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Latency.class);

    private final Duration each;
    private final @Nullable ScheduledThreadPoolExecutor way;

    private Latency(Duration each) {
        this.each = each;
        this.way = each.isZero()
                ? null
                : new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("way-to-the-venue").factory());
    }

    /** No way at all. */
    public static Latency none() {
        return new Latency(Duration.ZERO);
    }

    /** So long in each direction, 0 or more. */
    public static Latency of(Duration each) {
        return new Latency(each);
    }

    /** Runs this after the way: at once where there is none. */
    public void after(Runnable step) {
        if (way == null) {
            step.run();
        } else if (!way.isShutdown()) {
            var _ = way.schedule(() -> quietly(step), each.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("something on its way to or from the venue failed", e);
        }
    }

    /** Waits for the way. */
    public void pass() {
        try {
            Thread.sleep(each);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (way != null) {
            way.shutdownNow();
        }
    }
}
