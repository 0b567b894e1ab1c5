package dev.sextant.local.desk;

import dev.sextant.local.venue.play.Pacer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the venue's clock waits for at each full second. In a replay faster than real time that is the whole desk; at real
 * time or slower nothing, and the schedule runs beside it.
 */
final class DeskPacer implements Pacer, AutoCloseable {

    private final boolean holds;
    private final LongConsumer onSecond;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());
    private volatile @Nullable TickBarrier barrier;

    /**
     * @param holds whether the market waits for the desk
     * @param onSecond what is due at a second, given its market time
     */
    DeskPacer(boolean holds, LongConsumer onSecond) {
        this.holds = holds;
        this.onSecond = onSecond;
    }

    /** Names the consumers to wait for, once they exist. */
    void holdAt(TickBarrier tickBarrier) {
        this.barrier = tickBarrier;
    }

    @Override
    public void awaitTick(long marketTimeMs) throws InterruptedException {
        TickBarrier holding = barrier;
        if (!holds || holding == null) {
            try {
                beside.execute(() -> onSecond.accept(marketTimeMs));
            } catch (RejectedExecutionException e) {
                // The desk is stopping: nothing is due any more.
                return;
            }
            return;
        }
        holding.await(marketTimeMs);
        onSecond.accept(marketTimeMs);
        holding.settle();
    }

    @Override
    public void close() {
        beside.shutdownNow();
    }
}
