package dev.sextant.signals.factor;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Readings of one symbol in memory. Adding is idempotent and independent of order: of two readings with one id, the one
 * known first stays. Not thread-safe.
 */
public final class ReadingLog implements AsOf {

    private static final Comparator<IndicatorReading> FIRST_KNOWN =
            Comparator.comparingLong(IndicatorReading::knownAtMs).thenComparing(IndicatorReading::toString);

    private final Map<IndicatorType, NavigableMap<Long, IndicatorReading>> byType = new EnumMap<>(IndicatorType.class);

    public ReadingLog() {}

    public ReadingLog(Collection<IndicatorReading> readings) {
        readings.forEach(this::add);
    }

    /**
     * Takes in a reading.
     *
     * @throws IllegalArgumentException when it is of another symbol than the ones before
     */
    public void add(IndicatorReading reading) {
        byType.values().stream()
                .flatMap(all -> all.values().stream())
                .findFirst()
                .ifPresent(other -> {
                    if (!other.symbol().equals(reading.symbol())) {
                        throw new IllegalArgumentException("reading " + reading.id() + " in the log of "
                                + other.symbol() + ", expected that symbol");
                    }
                });
        all(reading.type()).merge(reading.timestampMs(), reading, (a, b) -> FIRST_KNOWN.compare(a, b) <= 0 ? a : b);
    }

    /** Drops readings with a timestamp before {@code timeMs}. */
    public void forgetBefore(long timeMs) {
        byType.values().forEach(all -> all.headMap(timeMs, false).clear());
    }

    @Override
    public Optional<IndicatorReading> latest(IndicatorType type, long atMs) {
        return latestBefore(type, Long.MAX_VALUE, atMs);
    }

    @Override
    public Optional<IndicatorReading> latestBefore(IndicatorType type, long beforeMs, long atMs) {
        NavigableMap<Long, IndicatorReading> until = all(type).headMap(beforeMs, true);
        return until.descendingMap().values().stream()
                .filter(reading -> reading.knownAtMs() <= atMs)
                .findFirst();
    }

    @Override
    public List<IndicatorReading> within(IndicatorType type, long fromMs, long toMs, long atMs) {
        return all(type).subMap(fromMs, true, toMs, false).values().stream()
                .filter(reading -> reading.knownAtMs() <= atMs)
                .toList();
    }

    private NavigableMap<Long, IndicatorReading> all(IndicatorType type) {
        return byType.computeIfAbsent(type, any -> new TreeMap<>());
    }
}
