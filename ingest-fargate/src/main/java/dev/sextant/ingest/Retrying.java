package dev.sextant.ingest;

import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Repeats what the start can't do without, until it works, and says on the health page what it waits for. */
final class Retrying {

    private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);
    private static final Backoff BACKOFF = new Backoff(500, 10_000);

    /** Something that may fail for a while. */
    interface Attempt<T> {
        T run() throws VenueReadException, StoreException, InterruptedException;
    }

    private final Health health;
    private final Sleeper sleeper;
    private final DoubleSupplier random;

    Retrying(Health health, Sleeper sleeper, DoubleSupplier random) {
        this.health = health;
        this.sleeper = sleeper;
        this.random = random;
    }

    /** @throws VenueReadException only when waiting can't help: the venue forbids this address */
    <T> T until(Attempt<T> attempt) throws VenueReadException, InterruptedException {
        for (int failures = 0; ; failures++) {
            try {
                T result = attempt.run();
                health.note("");
                return result;
            } catch (VenueReadException e) {
                if (e.kind() == VenueReadException.Kind.FORBIDDEN) {
                    throw e;
                }
                pause(failures, e, e.retryAfterMs());
            } catch (StoreException e) {
                pause(failures, e, 0);
            }
        }
    }

    private void pause(int failures, Exception failure, long atLeastMs) throws InterruptedException {
        String reason = String.valueOf(failure.getMessage());
        health.note(reason);
        LOG.warn("waiting to start: {}", reason);
        sleeper.sleep(Math.max(atLeastMs, 100 + BACKOFF.delayMs(failures, random.getAsDouble())));
    }
}
