package dev.sextant.local.venue.live;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again on a thread of its own. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final String name;
    private final long everyMs;
    private final Runnable work;
    private final ScheduledExecutorService timer;
    private @Nullable Future<?> beating;

    Heartbeat(String name, long everyMs, Runnable work) {
        this.name = name;
        this.everyMs = everyMs;
        this.work = work;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    void start() {
        beating = timer.scheduleWithFixedDelay(this::beat, 0, everyMs, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Thrown further it would silently end the schedule, and orders under way or lost connections with it.
            LOG.error("{} stumbled and goes on", name, e);
        }
    }

    @Override
    public void close() {
        if (beating != null) {
            beating.cancel(false);
        }
        timer.shutdown();
        try {
            if (!timer.awaitTermination(1, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
