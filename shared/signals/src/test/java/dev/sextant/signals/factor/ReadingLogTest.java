package dev.sextant.signals.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was known when. */
class ReadingLogTest {

    private static final IndicatorType OI = IndicatorType.OPEN_INTEREST_HIST;

    private final ReadingLog log = new ReadingLog();

    @Test
    void aReadingIsNotKnownBeforeItArrived() {
        log.add(reading(100, 130, "1"));
        log.add(reading(200, 260, "2"));
        assertEquals(Optional.empty(), value(log.latest(OI, 129)));
        assertEquals(Optional.of("1"), value(log.latest(OI, 130)));
        assertEquals(Optional.of("1"), value(log.latest(OI, 259)));
        assertEquals(Optional.of("2"), value(log.latest(OI, 260)));
        assertEquals(Optional.of("1"), value(log.latestBefore(OI, 199, 260)));
        assertEquals(Optional.of("2"), value(log.latestBefore(OI, 200, 260)));
        assertEquals(Optional.empty(), value(log.latest(IndicatorType.FUNDING_RATE, 260)));
    }

    @Test
    void anOlderReadingThatArrivesLateDoesNotReplaceANewerOne() {
        log.add(reading(200, 210, "2"));
        log.add(reading(100, 300, "1"));
        assertEquals(Optional.of("2"), value(log.latest(OI, 300)));
        assertEquals(Optional.empty(), value(log.latestBefore(OI, 150, 299)));
        assertEquals(Optional.of("1"), value(log.latestBefore(OI, 150, 300)));
    }

    @Test
    void aWindowIsHalfOpenAndHoldsOnlyWhatWasKnown() {
        for (int at = 100; at <= 500; at += 100) {
            log.add(reading(at, at + 50, Integer.toString(at)));
        }
        assertEquals(
                List.of("200", "300"),
                log.within(OI, 200, 500, 399).stream()
                        .map(reading -> String.valueOf(reading.values().get("open_interest")))
                        .toList());
    }

    @Test
    void theOrderOfArrivalAndRepeatsChangeNothing() {
        List<IndicatorReading> readings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            readings.add(reading(i / 2, 100 + i % 3, Integer.toString(i)));
        }
        ReadingLog first = new ReadingLog(readings);
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(readings, random);
            ReadingLog other = new ReadingLog(readings);
            readings.forEach(other::add);
            assertEquals(first.within(OI, 0, 100, 1000), other.within(OI, 0, 100, 1000));
        }
    }

    @Test
    void forgettingDropsOnlyWhatIsOlder() {
        log.add(reading(100, 100, "1"));
        log.add(reading(200, 200, "2"));
        log.forgetBefore(200);
        assertEquals(1, log.within(OI, 0, 1000, 1000).size());
    }

    @Test
    void readingsOfAnotherSymbolAreRefused() {
        log.add(reading(100, 100, "1"));
        IndicatorReading other = new IndicatorReading(new Symbol("ETHUSDT"), OI, 1, 1, Map.of(), false);
        Exception refused = assertThrows(IllegalArgumentException.class, () -> log.add(other));
        assertEquals(
                "reading ETHUSDT/open_interest_hist/1 in the log of BTCUSDT, expected that symbol",
                refused.getMessage());
    }

    private static IndicatorReading reading(long timestampMs, long knownAtMs, String value) {
        return new IndicatorReading(
                new Symbol("BTCUSDT"),
                OI,
                timestampMs,
                knownAtMs,
                Map.of("open_interest", new BigDecimal(value)),
                false);
    }

    private static Optional<String> value(Optional<IndicatorReading> reading) {
        return reading.map(found -> String.valueOf(found.values().get("open_interest")));
    }
}
