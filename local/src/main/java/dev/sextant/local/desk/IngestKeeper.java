package dev.sextant.local.desk;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps an ingest running, as the container's supervisor does on AWS. When its process ends though nobody asked it to,
 * the market stands, if it can, until a new one listens; what was lost on the way it reads back by REST.
 */
final class IngestKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IngestKeeper.class);
    private static final long FIRST_DELAY_MS = 250;
    private static final long LONGEST_DELAY_MS = 15_000;
    private static final long LOOK_EVERY_MS = 20;

    private final Supplier<IngestProcess> launch;
    private final DeskMarket market;
    private final TickBarrier barrier;
    private final Thread watch =
            Thread.ofPlatform().daemon().name("ingest-keeper").unstarted(this::keep);
    private volatile IngestProcess current;
    private volatile boolean closing;

    private IngestKeeper(Supplier<IngestProcess> launch, DeskMarket market, TickBarrier barrier) {
        this.launch = launch;
        this.market = market;
        this.barrier = barrier;
        this.current = launch.get();
    }

    static IngestKeeper start(Supplier<IngestProcess> launch, DeskMarket market, TickBarrier barrier) {
        IngestKeeper keeper = new IngestKeeper(launch, market, barrier);
        keeper.watch.start();
        return keeper;
    }

    private void keep() {
        long delayMs = FIRST_DELAY_MS;
        try {
            while (true) {
                int code = current.awaitEnd();
                if (closing) {
                    return;
                }
                LOG.warn("the ingest ended with exit code {}; a new one starts in {} ms", code, delayMs);
                market.hold();
                barrier.ingestGone();
                TimeUnit.MILLISECONDS.sleep(delayMs);
                delayMs = replace() ? FIRST_DELAY_MS : Math.min(LONGEST_DELAY_MS, 2 * delayMs);
            }
        } catch (InterruptedException e) {
            LOG.debug("the ingest is no longer watched");
        }
    }

    /** Starts another one and waits until it listens; false when it ended before that. */
    private boolean replace() throws InterruptedException {
        synchronized (this) {
            if (closing) {
                return false;
            }
            current = launch.get();
        }
        while (!market.isHeard()) {
            if (!current.isAlive()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        if (!closing) {
            market.resume();
        }
        return true;
    }

    /** Lets it put what it holds on the streams, then ends it for good. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        current.close();
        watch.interrupt();
    }
}
