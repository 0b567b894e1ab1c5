package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.cutOff;
import static dev.sextant.venues.binance.trade.ScriptedVenue.hangUp;
import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadsOverLoopbackTest {

    private static final String BALANCE = "GET /fapi/v3/balance";
    private static final String POSITIONS = "GET /fapi/v3/positionRisk";
    private static final String TIME = "GET /fapi/v1/time";

    @Test
    void aReadIsTriedThreeTimesWithGrowingWaitsAndSignedAfresh() {
        try (Desk desk = new Desk()) {
            desk.venue
                    .on(BALANCE, json(503, Bodies.error(-1000, "Unknown error")))
                    .on(BALANCE, json(400, Bodies.error(-1007, "Timeout")))
                    .on(BALANCE, cutOff(200, "[{\"asset\":\"USDT\"}]", 5));
            VenueUnavailableException failure = assertThrows(VenueUnavailableException.class, desk.adapter::balances);
            assertTrue(
                    String.valueOf(failure.getMessage()).startsWith("GET /fapi/v3/balance failed 3 times"),
                    failure::getMessage);
            assertEquals(List.of(250L, 500L), desk.time.sleptMs);
            List<String> timestamps = desk.venue.to(BALANCE).stream()
                    .map(request -> String.valueOf(request.parameter("timestamp")))
                    .distinct()
                    .toList();
            assertEquals(3, timestamps.size(), "the jdk may repeat a GET whose connection died, the desk signs anew");
        }
    }

    @Test
    void aReadThatComesThroughLaterIsAnAnswer() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue
                    .on(BALANCE, json(200, "[{\"asset\":\"US"))
                    .on(BALANCE, json(200, Reference.sample("rest-balance-v3")));
            assertEquals(Map.of("USDT", new BigDecimal("122607.35137903")), desk.adapter.balances());
        }
    }

    @Test
    void aRefusalIsNotRepeated() {
        try (Desk desk = new Desk()) {
            desk.venue.on(BALANCE, json(400, Bodies.error(-1121, "Invalid symbol.")));
            VenueUnavailableException failure = assertThrows(VenueUnavailableException.class, desk.adapter::balances);
            assertEquals("GET /fapi/v3/balance was refused: -1121 Invalid symbol.", failure.getMessage());
            assertEquals(1, desk.venue.to(BALANCE).size());
        }
    }

    @Test
    void aRefusedTimestampMeasuresTheClockAgain() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.serverTimeMs.set(desk.time.wallMs - 4_000);
            desk.venue
                    .on(BALANCE, exchange -> {
                        desk.venue.serverTimeMs.addAndGet(60_000);
                        json(400, Bodies.error(-1021, "Timestamp for this request is outside of the recvWindow."))
                                .answer(exchange);
                    })
                    .on(BALANCE, json(200, "[]"));
            desk.adapter.balances();
            assertEquals(10, desk.venue.to(TIME).size());
            String second = String.valueOf(desk.venue.to(BALANCE).getLast().parameter("timestamp"));
            assertEquals(desk.venue.serverTimeMs.get(), Long.parseLong(second));
            assertEquals(56_000 - 250, desk.adapter.clock().offsetMs().orElseThrow(), "250 ms passed while waiting");
        }
    }

    @Test
    void inAReplayTheVenueIsAskedEachTime() throws Exception {
        try (Desk desk = new Desk(ClockMode.VENUE, Duration.ofSeconds(10))) {
            desk.venue.serverTimeMs.set(1_500_000_000_000L);
            desk.venue.on(BALANCE, json(200, "[]")).on(BALANCE, json(200, "[]"));
            desk.adapter.balances();
            desk.adapter.balances();
            assertEquals(1_500_000_000_000L, desk.adapter.venueTimeMs());
            assertEquals(
                    List.of("1500000000000", "1500000000000"),
                    desk.venue.to(BALANCE).stream()
                            .map(r -> String.valueOf(r.parameter("timestamp")))
                            .toList());
            assertEquals(3, desk.venue.to(TIME).size());
        }
    }

    @Test
    void aVenueThatHangsUpOnTheClockIsUnavailable() {
        try (Desk desk = new Desk()) {
            for (int i = 0; i < 4; i++) {
                desk.venue.on(TIME, hangUp());
            }
            assertThrows(VenueUnavailableException.class, desk.adapter::venueTimeMs);
        }
    }

    @Test
    void positionsAreTheOnesThatAreNotFlat() throws Exception {
        try (Desk desk = new Desk()) {
            String flat =
                    "[{\"symbol\":\"ETHUSDT\",\"positionSide\":\"BOTH\",\"positionAmt\":\"0.000\",\"entryPrice\":\"0.0\"}]";
            desk.venue
                    .on(POSITIONS, json(200, Reference.sample("rest-positionRisk-v3-oneway")))
                    .on(POSITIONS, json(200, flat))
                    .on(POSITIONS, json(200, Reference.sample("rest-positionRisk-v3-hedge")));
            assertEquals(
                    List.of(new VenuePosition(new Symbol("ADAUSDT"), new BigDecimal("30"), new BigDecimal("0.385"))),
                    desk.adapter.positions());
            assertEquals(List.of(), desk.adapter.positions());
            VenueUnavailableException hedge = assertThrows(VenueUnavailableException.class, desk.adapter::positions);
            assertEquals(
                    "positions: field positionSide is \"LONG\", expected BOTH: the desk trades in one-way mode only",
                    hedge.getMessage());
        }
    }
}
