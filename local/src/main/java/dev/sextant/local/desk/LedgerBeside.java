package dev.sextant.local.desk;

import dev.sextant.domain.order.RequestLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger that is told a little later, beside the order's path, what ordinary answers said: each request has been counted
 * when it was taken, and the venue's own count only corrects that. Of several answers by then the newest counts. A pause
 * or a halt is told before anything else is done. Not for a function on AWS, where a thread may be frozen before it has told.
 */
final class LedgerBeside implements RequestLedger, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBeside.class);
    private static final long END_WITHIN_S = 5;

    /** Orders come in bursts: by then those of one are over. */
    private static final long LATER_MS = 100;

    private final RequestLedger ledger;
    private final long laterMs;
    private final ScheduledThreadPoolExecutor beside = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("request-ledger").factory());

    /** What nobody has been told yet. */
    private final AtomicReference<@Nullable Said> untold = new AtomicReference<>();

    LedgerBeside(RequestLedger ledger) {
        this(ledger, LATER_MS);
    }

    LedgerBeside(RequestLedger ledger, long laterMs) {
        this.ledger = ledger;
        this.laterMs = laterMs;
        beside.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Optional<String> take(Wish wish) {
        return ledger.take(wish);
    }

    @Override
    public boolean keepsHalts() {
        return ledger.keepsHalts();
    }

    @Override
    public void tell(Said said) {
        if (said.urgent()) {
            ledger.tell(said);
            return;
        }
        if (beside.isShutdown()) {
            ledger.tell(said); // the last requests of a desk that stops
        } else if (untold.getAndUpdate(earlier -> earlier == null ? said : newest(earlier, said)) == null) {
            later();
        }
    }

    private void later() {
        try {
            var _ = beside.schedule(this::tellUntold, laterMs, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            tellUntold(); // closed meanwhile
        }
    }

    /** What the venue didn't count this time stands as it said before. */
    private static Said newest(Said earlier, Said said) {
        Map<String, Long> orders = new HashMap<>(earlier.orders());
        orders.putAll(said.orders());
        return new Said(
                said.usedWeight().isPresent() ? said.usedWeight() : earlier.usedWeight(), orders, 0, said.reason());
    }

    private void tellUntold() {
        Said said = untold.getAndSet(null);
        if (said == null) {
            return;
        }
        try {
            ledger.tell(said);
        } catch (RuntimeException e) {
            // The next answer says it again.
            LOG.warn("{}", e.getMessage());
        }
    }

    @Override
    public void close() {
        beside.shutdown();
        tellUntold();
        try {
            if (!beside.awaitTermination(END_WITHIN_S, TimeUnit.SECONDS)) {
                LOG.warn("the request budget is still being told");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
