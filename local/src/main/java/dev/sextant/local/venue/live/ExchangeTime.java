package dev.sextant.local.venue.live;

import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.venue.ClockProbe;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.VenueReadException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time of an exchange whose orders are its own affair, measured again each half minute on a thread of its own. */
public final class ExchangeTime implements EpochClock, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeTime.class);
    private static final long EVERY_MS = 30_000;
    private static final long STALE_AFTER_MS = 3 * EVERY_MS;

    private final Upstream upstream;
    private final MonotonicClock stopwatch = MonotonicClock.system();
    private final ClockProbe probe;
    private final ExchangeClock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("exchange-time").factory());
    private final Future<?> measuring;
    private volatile long measuredAtMs;

    private ExchangeTime(Upstream upstream) throws VenueReadException, InterruptedException {
        this.upstream = upstream;
        this.probe = Watch.probe(upstream.rest(), stopwatch);
        this.clock = new ExchangeClock(stopwatch, probe.measure().offsetMs());
        this.measuredAtMs = stopwatch.nowMs();
        this.measuring = thread.submit(this::measureAgain);
    }

    /** Measures it for the first time. */
    public static ExchangeTime measure(BinanceEndpoints exchange) throws VenueReadException, InterruptedException {
        Upstream upstream = new Upstream(exchange);
        try {
            return new ExchangeTime(upstream);
        } catch (VenueReadException | InterruptedException | RuntimeException e) {
            upstream.close();
            throw e;
        }
    }

    private void measureAgain() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MS);
                measureOnce();
            }
        } catch (InterruptedException _) {
            LOG.debug("the exchange's time is no longer asked for");
        }
    }

    private void measureOnce() throws InterruptedException {
        try {
            clock.measured(probe.measure().offsetMs());
            measuredAtMs = stopwatch.nowMs();
        } catch (VenueReadException e) {
            LOG.warn("the exchange's time could not be read: {}", e.getMessage());
        }
    }

    @Override
    public long nowMs() {
        return clock.nowMs();
    }

    /** Exchange minus this machine's calendar. */
    public long offsetMs() {
        return clock.nowMs() - System.currentTimeMillis();
    }

    /** Why the time is no longer known well, or empty. */
    public Optional<String> trouble() {
        long silentMs = stopwatch.nowMs() - measuredAtMs;
        return silentMs <= STALE_AFTER_MS
                ? Optional.empty()
                : Optional.of("the exchange has not told its time for " + silentMs / 1_000 + " s");
    }

    @Override
    public void close() {
        measuring.cancel(true);
        thread.shutdownNow();
        upstream.close();
    }
}
