package dev.sextant.ingest.drift;

import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.market.SqlReadings;
import dev.sextant.signals.factor.AsOf;
import dev.sextant.signals.factor.ReadingLog;

/** The polled readings of a symbol as the day goes on, an hour at a time; what no factor looks back on is dropped. */
final class DayReadings {

    /** How far back the scorer's memory reaches when it starts. */
    private static final long REACH_MS = 26 * 3_600_000L;

    private static final long HOUR_MS = 3_600_000;

    private final SqlReadings stored;
    private final Symbol symbol;
    private final ReadingLog log;
    private long loadedUntilMs;

    DayReadings(SqlReadings stored, Symbol symbol, long fromMs) {
        this.stored = stored;
        this.symbol = symbol;
        this.log = new ReadingLog(stored.knownBetween(symbol, fromMs - REACH_MS, fromMs));
        this.loadedUntilMs = fromMs;
    }

    /** The readings, with all that were known at an instant among them; the instants rise. */
    AsOf at(long atMs) {
        while (loadedUntilMs <= atMs) {
            stored.knownBetween(symbol, loadedUntilMs, loadedUntilMs + HOUR_MS).forEach(log::add);
            loadedUntilMs += HOUR_MS;
            log.forgetBefore(atMs - REACH_MS);
        }
        return log;
    }
}
