package dev.sextant.ingest;

import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.sink.Outbox;
import dev.sextant.ingest.sink.Salvage;
import dev.sextant.venues.http.Sleeper;
import org.jspecify.annotations.Nullable;

/** The thread that sends. A stream that takes its time, or nothing, never holds up the reading. */
final class Sender implements Runnable {

    private static final long WAIT_MS = 100;
    private static final long STUCK_MS = 20;

    private final Outbox outbox;
    private final Salvage salvage;
    private final Health health;
    private final Sleeper sleeper;
    private volatile @Nullable RuntimeException failure;

    Sender(Outbox outbox, Salvage salvage, Health health, Sleeper sleeper) {
        this.outbox = outbox;
        this.salvage = salvage;
        this.health = health;
        this.sleeper = sleeper;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                outbox.await(WAIT_MS);
                if (!step()) {
                    sleeper.sleep(STUCK_MS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Sending the same again would fail again: the run ends with it, and its supervisor starts a new one.
            failure = e;
        }
    }

    /** One round; false when something must wait. */
    boolean step() throws InterruptedException {
        boolean all = outbox.flush();
        Outbox.Figures figures = outbox.figures();
        salvage.settle(figures.sent());
        health.update(figures, outbox.queue());
        return all;
    }

    /** Throws what ended it, if anything did. */
    void check() {
        RuntimeException ended = failure;
        if (ended != null) {
            throw ended;
        }
    }
}
