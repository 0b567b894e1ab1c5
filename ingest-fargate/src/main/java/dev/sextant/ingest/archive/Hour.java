package dev.sextant.ingest.archive;

import dev.sextant.domain.market.Symbol;

/**
 * An hour of a symbol's trades.
 *
 * @param startMs a full hour, UTC
 * @param trades how many the database holds
 */
public record Hour(Symbol symbol, long startMs, long trades) {}
