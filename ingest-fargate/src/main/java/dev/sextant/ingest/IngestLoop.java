package dev.sextant.ingest;

import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.health.Phase;
import dev.sextant.ingest.inbox.Inbox;
import dev.sextant.ingest.inbox.Input;
import dev.sextant.ingest.sink.Outbox;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that works: takes what arrived, folds it, sends what came of it. While the outbox is full it takes
 * nothing, so the inbox fills, the sockets wait, and the venue keeps the data.
 */
final class IngestLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);
    private static final int BATCH = 500;
    private static final long WAIT_MS = 100;

    /** Of the ten seconds a container gets between SIGTERM and SIGKILL, what the streams may use. */
    private static final long DRAIN_MS = 7_000;

    private final Inbox inbox;
    private final Ingest ingest;
    private final Outbox outbox;
    private final Health health;
    private final Sleeper sleeper;
    private final MonotonicClock clock;
    private volatile boolean stopping;

    IngestLoop(Inbox inbox, Ingest ingest, Outbox outbox, Health health, Sleeper sleeper, MonotonicClock clock) {
        this.inbox = inbox;
        this.ingest = ingest;
        this.outbox = outbox;
        this.health = health;
        this.sleeper = sleeper;
        this.clock = clock;
    }

    /** Asks the loop to drain and end. */
    void stop() {
        stopping = true;
        inbox.close();
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                step();
            }
            drain();
        } catch (InterruptedException e) {
            LOG.warn("stopped before everything was sent; the next run fetches the rest");
        }
    }

    /** One round: at most {@link #BATCH} inputs, then the outbox. */
    void step() throws InterruptedException {
        if (outbox.full()) {
            sleeper.sleep(WAIT_MS);
        } else {
            for (Input input : inbox.take(BATCH, WAIT_MS)) {
                ingest.on(input);
            }
        }
        flush();
    }

    private void flush() throws InterruptedException {
        outbox.flush();
        ingest.report();
        health.update(outbox);
    }

    private void drain() throws InterruptedException {
        health.enter(Phase.DRAINING);
        for (Input input : inbox.take(Integer.MAX_VALUE, 0)) {
            ingest.on(input);
        }
        ingest.drain();
        long endMs = clock.nowMs() + DRAIN_MS;
        flush();
        while (outbox.size() > 0 && clock.nowMs() < endMs) {
            sleeper.sleep(WAIT_MS);
            flush();
        }
        LOG.info("drained, {} records could not be sent", outbox.size());
    }
}
