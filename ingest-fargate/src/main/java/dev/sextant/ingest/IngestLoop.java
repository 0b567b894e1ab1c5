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
 * The one thread that folds what arrived, beside the one that sends what came of it. While the outbox is full it takes
 * nothing, so the inbox fills, the sockets wait, and the venue keeps the data.
 */
final class IngestLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestLoop.class);
    private static final int BATCH = 500;
    private static final long WAIT_MS = 100;

    /** Of the ten seconds a container gets between SIGTERM and SIGKILL, what the streams may use. */
    private static final long DRAIN_MS = 7_000;

    private static final long STEP_MS = 10;
    private static final long END_MS = 500;

    private final Inbox inbox;
    private final Ingest ingest;
    private final Outbox outbox;
    private final Sender sender;
    private final Health health;
    private final Sleeper sleeper;
    private final MonotonicClock clock;
    private volatile boolean stopping;

    IngestLoop(
            Inbox inbox,
            Ingest ingest,
            Outbox outbox,
            Sender sender,
            Health health,
            Sleeper sleeper,
            MonotonicClock clock) {
        this.inbox = inbox;
        this.ingest = ingest;
        this.outbox = outbox;
        this.sender = sender;
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
        Thread sending = Thread.ofPlatform().name("sender").start(sender);
        try {
            while (!stopping) {
                step();
            }
            drain();
        } catch (InterruptedException e) {
            LOG.warn("stopped before everything was sent; the next run fetches the rest");
        } finally {
            end(sending);
        }
    }

    private static void end(Thread sending) {
        sending.interrupt();
        try {
            sending.join(END_MS);
        } catch (InterruptedException e) {
            LOG.warn("interrupted while the sender ends");
        }
    }

    /** One round: at most {@link #BATCH} inputs. */
    private void step() throws InterruptedException {
        sender.check();
        if (outbox.full()) {
            sleeper.sleep(WAIT_MS);
        } else {
            for (Input input : inbox.take(BATCH, WAIT_MS)) {
                ingest.on(input);
            }
        }
        outbox.wake();
        ingest.report();
    }

    private void drain() throws InterruptedException {
        health.enter(Phase.DRAINING);
        for (Input input : inbox.take(Integer.MAX_VALUE, 0)) {
            ingest.on(input);
        }
        ingest.drain();
        ingest.report();
        outbox.wake();
        long endMs = clock.nowMs() + DRAIN_MS;
        while (outbox.size() > 0 && clock.nowMs() < endMs) {
            sender.check();
            sleeper.sleep(STEP_MS);
        }
        LOG.info("drained, {} records could not be sent", outbox.size());
    }
}
