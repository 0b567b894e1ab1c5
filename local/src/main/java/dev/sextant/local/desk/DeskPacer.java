package dev.sextant.local.desk;

import dev.sextant.local.venue.play.Pacer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the venue's clock waits for at each full second. In a replay faster than real time that is the whole desk; at real
 * time or slower only the ingest, so that it polls the same values at any speed, and the schedule runs beside it.
 */
final class DeskPacer implements Pacer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeskPacer.class);

    private final boolean holdsForAll;
    private final LongConsumer onSecond;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());
    private volatile @Nullable TickBarrier barrier;

    /**
     * @param holdsForAll whether the market waits for the whole desk
     * @param onSecond what is due at a second, given its market time
     */
    DeskPacer(boolean holdsForAll, LongConsumer onSecond) {
        this.holdsForAll = holdsForAll;
        this.onSecond = onSecond;
    }

    boolean holdsForAll() {
        return holdsForAll;
    }

    /** Names the consumers to wait for, once they exist. */
    void holdAt(TickBarrier tickBarrier) {
        this.barrier = tickBarrier;
    }

    @Override
    public void awaitTick(long marketTimeMs) throws InterruptedException {
        TickBarrier holding = barrier;
        if (holding == null) {
            return;
        }
        if (holdsForAll) {
            holding.await(marketTimeMs);
            onSecond.accept(marketTimeMs);
            holding.settle();
        } else {
            holding.awaitIngest(marketTimeMs);
            besideTheMarket(marketTimeMs);
        }
    }

    private void besideTheMarket(long marketTimeMs) {
        try {
            beside.execute(() -> onSecond.accept(marketTimeMs));
        } catch (RejectedExecutionException e) {
            LOG.debug("the desk stops: nothing is due at {} any more", marketTimeMs);
        }
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
