package dev.sextant.local.venue.live;

import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.venue.ClockProbe;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.VenueReadException;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be asked of the exchange, on a thread of its own because it waits: book snapshots, and the time. */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long EVERY_MS = 50;
    private static final long MEASURE_EVERY_MS = 30_000;
    private static final Backoff SNAPSHOTS = new Backoff(500, 10_000);

    private final Symbol symbol;
    private final BinanceMarketRest rest;
    private final LiveMarket market;
    private final ExchangeClock clock;
    private final Runnable saveAgain;
    private final MonotonicClock stopwatch;
    private final ClockProbe probe;
    private final Thread thread =
            Thread.ofPlatform().daemon().name("venue-upstream").unstarted(this::run);
    private long measureAtMs;
    private long snapshotAtMs;
    private int snapshotsInVain;

    /** @param saveAgain writes the account down once more if it could not be written */
    Watch(
            Symbol symbol,
            BinanceMarketRest rest,
            LiveMarket market,
            ExchangeClock clock,
            Runnable saveAgain,
            MonotonicClock stopwatch) {
        this.symbol = symbol;
        this.rest = rest;
        this.market = market;
        this.clock = clock;
        this.saveAgain = saveAgain;
        this.stopwatch = stopwatch;
        this.probe = probe(rest, stopwatch);
        this.measureAtMs = stopwatch.nowMs() + MEASURE_EVERY_MS;
    }

    /** Measures the exchange's clock against the stopwatch. */
    static ClockProbe probe(BinanceMarketRest rest, MonotonicClock stopwatch) {
        return new ClockProbe(rest::serverTimeMs, stopwatch::nowMs, stopwatch);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                round();
                Thread.sleep(EVERY_MS);
            }
        } catch (InterruptedException _) {
            LOG.debug("nothing more is asked of the exchange");
        }
    }

    private void round() throws InterruptedException {
        try {
            saveAgain.run();
            if (market.book().wantsSnapshot() && stopwatch.nowMs() >= snapshotAtMs) {
                fetchSnapshot();
            }
            if (stopwatch.nowMs() >= measureAtMs) {
                measureAtMs = stopwatch.nowMs() + MEASURE_EVERY_MS;
                measure();
            }
        } catch (VenueReadException e) {
            LOG.warn("the exchange did not answer: {}", e.getMessage());
        } catch (RuntimeException e) {
            // A defect in one round must not end the watching: without it the book would never come back.
            LOG.error("asking the exchange failed and goes on", e);
        }
    }

    private void fetchSnapshot() throws VenueReadException, InterruptedException {
        snapshotAtMs = stopwatch.nowMs()
                + SNAPSHOTS.baseMs() / 5
                + SNAPSHOTS.delayMs(snapshotsInVain, ThreadLocalRandom.current().nextDouble());
        snapshotsInVain++;
        market.onSnapshot(rest.depth(symbol));
        if (!market.book().waiting()) {
            snapshotsInVain = 0;
            snapshotAtMs = 0;
        }
    }

    /** Measures the exchange's clock now. */
    void measure() throws VenueReadException, InterruptedException {
        clock.measured(probe.measure().offsetMs());
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
