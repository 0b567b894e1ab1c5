package dev.sextant.placer;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.risk.GuardState;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.platform.sql.SqlException;
import dev.sextant.platform.telemetry.Metrics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the venue's private API every few seconds of market time whether it is there, with nothing to trade as well, and
 * tells the guard. An idle desk would otherwise learn of a lost venue from its first order.
 */
final class VenueWatch {

    /** Three attempts fit into the thirty seconds after which entries stop. */
    static final long EVERY_MS = 10_000;

    /** Positions without a stop, orders that came back or are no longer known, addresses that must wait, the worst one's used weight. */
    private static final List<String> FIGURES =
            List.of("Unprotected", "Resurrected", "Vanished", "RequestsPaused", "RequestWeightPercent");

    private static final String CLOCK_OFFSET = "ClockOffsetMs";

    private static final Logger LOG = LoggerFactory.getLogger(VenueWatch.class);

    private final Question question;
    private final GuardJournal journal;
    private final EpochClock marketClock;
    private final Metrics metrics;
    private final Map<Account, Long> askedAtMs = new ConcurrentHashMap<>();

    /** Something private that the venue is asked. */
    @FunctionalInterface
    interface Question {
        void ask() throws VenueUnavailableException;
    }

    VenueWatch(TradingVenue venue, GuardJournal journal, EpochClock marketClock, Metrics metrics) {
        this(venue::positions, journal, marketClock, metrics);
    }

    VenueWatch(Question question, GuardJournal journal, EpochClock marketClock, Metrics metrics) {
        this.question = question;
        this.journal = journal;
        this.marketClock = marketClock;
        this.metrics = metrics;
    }

    /** Asks when it is time; a market time that went back, as a new replay's does, counts as time. */
    void look(Account account) {
        long nowMs = marketClock.nowMs();
        Long lastMs = askedAtMs.get(account);
        if (lastMs != null && Math.abs(nowMs - lastMs) < EVERY_MS) {
            return;
        }
        askedAtMs.put(account, nowMs);
        try {
            GuardJournal.Word word = journal.note(account, trouble(), nowMs);
            metrics.count("HoldAlerts", word.newAlerts());
            metrics.count("EntriesBarred", word.state().barsEntries() ? 1 : 0);
            metrics.count("Halted", word.state() == GuardState.HALTED ? 1 : 0);
            FIGURES.forEach(figure -> metrics.count(figure, word.figures().getOrDefault(figure, 0L)));
            metrics.longest(CLOCK_OFFSET, word.figures().getOrDefault(CLOCK_OFFSET, 0L));
        } catch (SqlException e) {
            // Unsaid, the venue counts as silent and entries stop; the positions must be looked after all the same.
            LOG.warn("the guard was not told about the venue: {}", e.getMessage());
        }
    }

    private @Nullable String trouble() {
        try {
            question.ask();
            return null;
        } catch (VenueUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
