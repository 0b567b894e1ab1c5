package dev.sextant.local.venue;

import dev.sextant.local.venue.play.Pacer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Holds the market at each second until told to go on. */
final class SteppedPacer implements Pacer {

    private final BlockingQueue<Long> arrived = new LinkedBlockingQueue<>();
    private final Semaphore releases = new Semaphore(0);

    @Override
    public void awaitTick(long marketTimeMs) throws InterruptedException {
        arrived.add(marketTimeMs);
        releases.acquire();
    }

    /** The second at which the market stands now. */
    long awaitStop() throws InterruptedException {
        Long tick = arrived.poll(20, TimeUnit.SECONDS);
        if (tick == null) {
            throw new AssertionError("the market did not stop");
        }
        return tick;
    }

    void release() {
        releases.release();
    }

    void releaseAll() {
        releases.release(1_000_000);
    }
}
