package dev.sextant.local.desk;

import dev.sextant.domain.order.RequestLedger;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ledger that is told beside the order's path what an ordinary answer said: the request has been counted when it was
 * taken, and the venue's own count only corrects that. A pause is told before anything else is done. Not for a function on
 * AWS, where a thread may be frozen before it has told.
 */
final class LedgerBeside implements RequestLedger, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerBeside.class);
    private static final long END_WITHIN_S = 5;

    private final RequestLedger ledger;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("request-ledger").factory());

    LedgerBeside(RequestLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<String> take(Wish wish) {
        return ledger.take(wish);
    }

    @Override
    public void tell(Said said) {
        if (said.pauseMs() > 0) {
            ledger.tell(said);
            return;
        }
        try {
            beside.execute(() -> tellLate(said));
        } catch (RejectedExecutionException e) {
            ledger.tell(said); // closed: the last requests of a desk that stops
        }
    }

    private void tellLate(Said said) {
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
        try {
            if (!beside.awaitTermination(END_WITHIN_S, TimeUnit.SECONDS)) {
                beside.shutdownNow();
            }
        } catch (InterruptedException e) {
            beside.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
