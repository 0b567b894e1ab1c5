package dev.sextant.domain.market;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One value of a market indicator. Travels on the {@code market} stream, is stored in {@code market.market_indicators},
 * and is read <em>as of</em> a bucket's end: the latest reading with {@code knownAtMs} at or before it.
 *
 * @param symbol whose
 * @param type what
 * @param timestampMs the venue's time of the value (a period's end), epoch milliseconds
 * @param knownAtMs exchange time at which the desk had it, at least {@code timestampMs}: what look-ahead is judged by
 * @param values named numbers; the keys of each type are listed at {@link IndicatorType}
 * @param synthetic true when a generator made it because the capture lacks it; shown as SYNTHETIC on every screen
 */
public record IndicatorReading(
        Symbol symbol,
        IndicatorType type,
        long timestampMs,
        long knownAtMs,
        Map<String, BigDecimal> values,
        boolean synthetic)
        implements MarketRecord {

    public IndicatorReading {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** The natural key, stored with each score that used the reading: {@code BTCUSDT/funding_rate/1723161255000}. */
    public String id() {
        return symbol + "/" + type.wireName() + "/" + timestampMs;
    }
}
