package dev.sextant.ingest;

import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.store.ClockOffset;
import dev.sextant.ingest.store.ClockOffsets;
import dev.sextant.ingest.store.GapNotes;
import dev.sextant.ingest.store.StatusBoard;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.ingest.venue.ClockProbe;
import dev.sextant.platform.schedule.Schedules;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.VenueReadException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens beside the market data, at wall-clock times, on a thread of its own because it waits for the database:
 * gaps into the ledger, the clock measured, and what the table of {@link Schedules} leaves to the ingest (the status
 * posted, filters refreshed). Failures are told and tried again next time.
 */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long STATUS_MS = Schedules.HEARTBEAT.period().toMillis();
    private static final long FILTERS_MS = Schedules.EXCHANGE_INFO.period().toMillis();
    private static final long FILTERS_RETRY_MS = 15_000;

    /** Reads the venue's filters and keeps them. */
    @FunctionalInterface
    interface Filters {
        void refresh() throws VenueReadException, StoreException, InterruptedException;
    }

    private final GapNotes gaps;
    private final ClockProbe probe;
    private final long probeEveryMs;
    private final ClockOffsets offsets;
    private final Filters filters;
    private final StatusBoard board;
    private final Supplier<String> status;
    private final Health health;
    private final MonotonicClock clock;
    private long probeAtMs;
    private long filtersAtMs;
    private long statusAtMs;

    Housekeeping(
            GapNotes gaps,
            ClockProbe probe,
            long probeEveryMs,
            ClockOffsets offsets,
            Filters filters,
            StatusBoard board,
            Supplier<String> status,
            Health health,
            MonotonicClock clock) {
        this.gaps = gaps;
        this.probe = probe;
        this.probeEveryMs = probeEveryMs;
        this.offsets = offsets;
        this.filters = filters;
        this.board = board;
        this.status = status;
        this.health = health;
        this.clock = clock;
        this.probeAtMs = clock.nowMs();
        this.filtersAtMs = clock.nowMs();
        this.statusAtMs = clock.nowMs();
    }

    /** Does what is due. */
    void step() throws InterruptedException {
        gaps.save();
        if (clock.nowMs() >= statusAtMs) {
            statusAtMs = clock.nowMs() + STATUS_MS;
            postStatus();
        }
        if (clock.nowMs() >= filtersAtMs) {
            refreshFilters();
        }
        if (probeEveryMs > 0 && clock.nowMs() >= probeAtMs) {
            probeAtMs = clock.nowMs() + probeEveryMs;
            measureClock();
        }
    }

    /** The last round, when the market data has ended. */
    void end() {
        gaps.save();
        postStatus();
    }

    private void postStatus() {
        try {
            board.post(status.get());
        } catch (StoreException e) {
            LOG.warn("the status could not be posted: {}", e.getMessage());
        }
    }

    private void refreshFilters() throws InterruptedException {
        try {
            filters.refresh();
            filtersAtMs = clock.nowMs() + FILTERS_MS;
        } catch (VenueReadException | StoreException e) {
            filtersAtMs = clock.nowMs() + FILTERS_RETRY_MS;
            LOG.warn("the filters could not be refreshed: {}", e.getMessage());
        }
    }

    private void measureClock() throws InterruptedException {
        try {
            ClockOffset offset = probe.measure();
            health.clock(offset);
            offsets.publish(offset);
            if (offset.level() != ClockOffset.Level.OK) {
                LOG.warn("the venue's clock is {} ms ahead of this machine's: {}", offset.offsetMs(), offset.level());
            }
        } catch (VenueReadException | StoreException e) {
            LOG.warn("the clock could not be measured: {}", e.getMessage());
        }
    }
}
