package dev.sextant.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.event.Tick;
import dev.sextant.domain.market.Frame;
import dev.sextant.domain.market.IndicatorReading;
import dev.sextant.domain.market.IndicatorType;
import dev.sextant.domain.market.Liquidation;
import dev.sextant.ingest.indicator.Poll;
import dev.sextant.ingest.indicator.PollKind;
import dev.sextant.ingest.indicator.Polled;
import dev.sextant.ingest.rig.Rig;
import dev.sextant.ingest.rig.Tape;
import dev.sextant.venues.binance.market.MarketEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestTickTest {

    private static final long T = Tape.START_MS;

    private final Tape tape = Tape.of(2, 5, 40, Tape.BTC, Tape.ETH);

    private static MarketEvent mark(long afterMs) {
        return Tape.mark(Tape.BTC, T + afterMs);
    }

    @Test
    void atEachSecondComeTheFramesThenTheReadingsThenOneTickPerAccount() throws InterruptedException {
        Rig rig = new Rig(tape, Tape.BTC, Tape.ETH)
                .accounts("paper-a", "paper-b")
                .polling(
                        Map.of(PollKind.PREMIUM, 1_000L),
                        (polls, tickMs) -> new Polled(
                                polls.stream()
                                        .map(poll -> funding(poll, tickMs))
                                        .toList(),
                                List.of()));
        rig.connect().onAll(tape.events()).flush();

        List<String> second = new ArrayList<>();
        for (Object record : rig.sinks.accepted()) {
            String text = switch (record) {
                case Frame frame -> frame.watermarkMs() == T + 2_000 ? "frame " + frame.symbol() : "";
                case IndicatorReading reading -> reading.knownAtMs() == T + 2_000 ? "reading " + reading.symbol() : "";
                case Tick tick -> tick.marketTimeMs() == T + 2_000 ? "tick " + tick.account() : "";
                default -> "";
            };
            if (!text.isEmpty()) {
                second.add(text);
            }
        }
        assertEquals(
                List.of(
                        "frame BTCUSDT",
                        "frame ETHUSDT",
                        "reading BTCUSDT",
                        "reading ETHUSDT",
                        "tick paper-a",
                        "tick paper-b"),
                second);
    }

    private static IndicatorReading funding(Poll poll, long tickMs) {
        return new IndicatorReading(
                poll.symbol(), IndicatorType.FUNDING_RATE, tickMs, tickMs, Map.of("rate", BigDecimal.ONE), true);
    }

    @Test
    void aTickTellsPricesAndWatermarksOfExactlyItsSecond() throws InterruptedException {
        Rig rig = new Rig(tape, Tape.BTC).connect().onAll(tape.events()).flush();
        for (Tick tick : rig.sinks.ticks()) {
            long lastPrice = tape.events().stream()
                    .filter(event -> event.eventTimeMs() < tick.marketTimeMs())
                    .filter(event -> event.symbol().equals(Tape.BTC))
                    .filter(MarketEvent.Trade.class::isInstance)
                    .map(event -> ((MarketEvent.Trade) event).trade().priceE8())
                    .reduce(0L, (before, price) -> price);
            assertEquals(Map.of(Tape.BTC, lastPrice), tick.pricesE8());
            assertEquals(Map.of(Tape.BTC, tick.marketTimeMs()), tick.watermarksMs());
        }
        assertEquals(
                List.of(T + 1_000, T + 2_000, T + 3_000, T + 4_000, T + 5_000),
                rig.sinks.ticks().stream().map(Tick::marketTimeMs).toList());
    }

    @Test
    void aSleepOfAnHourIsFollowedByOneTick() throws InterruptedException {
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.on(mark(1_000)).on(mark(2_000)).on(mark(3_500_000)).flush();
        assertEquals(
                List.of(T + 1_000, T + 2_000, T + 3_500_000),
                rig.sinks.ticks().stream().map(Tick::marketTimeMs).toList());
    }

    @Test
    void forcedOrdersOfASecondAreAddedUpOnceEach() throws InterruptedException {
        var small = new MarketEvent.ForcedOrder(Tape.BTC, T + 1_100, true, 100_000_000, 200_000_000, T + 1_000);
        var large = new MarketEvent.ForcedOrder(Tape.BTC, T + 1_200, false, 300_000_000, 200_000_000, T + 1_100);
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.on(mark(1_000))
                .on(small)
                .on(large)
                .on(small)
                .on(mark(2_000))
                .on(small)
                .on(mark(3_000))
                .flush();

        assertEquals(1, rig.sinks.readings().size());
        IndicatorReading reading = rig.sinks.readings().getFirst();
        assertEquals(IndicatorType.LIQUIDATION, reading.type());
        assertEquals(T + 2_000, reading.knownAtMs());
        assertEquals(0, new BigDecimal("2").compareTo(reading.values().get("long_notional")));
        assertEquals(0, new BigDecimal("6").compareTo(reading.values().get("short_notional")));
        assertEquals(
                List.of(
                        new Liquidation(Tape.BTC, true, 100_000_000, 200_000_000, T + 1_000, false),
                        new Liquidation(Tape.BTC, false, 300_000_000, 200_000_000, T + 1_100, false)),
                rig.sinks.accepted().stream()
                        .filter(Liquidation.class::isInstance)
                        .toList());
    }

    @Test
    void pollsFollowTheirPeriodsInEventTimeAndFailuresAreSkippedAndCounted() throws InterruptedException {
        List<String> polled = new ArrayList<>();
        Rig rig = new Rig(tape, Tape.BTC)
                .polling(Map.of(PollKind.PREMIUM, 5_000L, PollKind.OPEN_INTEREST, 60_000L), (polls, tickMs) -> {
                    polls.forEach(poll -> polled.add((tickMs - T) / 1_000 + " " + poll.kind()));
                    return new Polled(List.of(), polls);
                });
        rig.connect();
        for (int second = 1; second <= 60; second++) {
            rig.on(mark(second * 1_000L));
        }
        rig.flush();

        // T is 45 s past a full minute. What fails is asked half as often each time.
        assertEquals(List.of("1 PREMIUM", "1 OPEN_INTEREST", "5 PREMIUM", "15 PREMIUM", "35 PREMIUM"), polled);
        assertEquals(60, rig.sinks.ticks().size());
    }

    @Test
    void anImplausibleEventTimeIsCountedAndMakesNoTick() throws InterruptedException {
        Rig rig = new Rig(tape, Tape.BTC).connect();
        rig.on(mark(1_000)).on(mark(7_200_000L * 24)).on(mark(2_000)).flush();
        assertEquals(2, rig.sinks.ticks().size());
    }
}
