package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import java.util.List;
import java.util.Optional;

/**
 * One symbol's indicator readings as they were known at an instant. Every method leaves out readings with
 * {@code knownAtMs} after {@code atMs}, so no decision can look ahead. All times are epoch milliseconds.
 */
public interface AsOf {

    /** A market without readings. */
    AsOf NOTHING = new ReadingLog(List.of());

    /** The reading with the latest timestamp. */
    Optional<IndicatorReading> latest(IndicatorType type, long atMs);

    /** The reading with the latest timestamp at or before {@code beforeMs}. */
    Optional<IndicatorReading> latestBefore(IndicatorType type, long beforeMs, long atMs);

    /** Readings with {@code fromMs ≤ timestamp < toMs}, oldest first. */
    List<IndicatorReading> within(IndicatorType type, long fromMs, long toMs, long atMs);
}
