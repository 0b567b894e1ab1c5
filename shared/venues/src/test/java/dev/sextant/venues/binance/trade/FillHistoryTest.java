package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FillHistoryTest {

    private static final String TRADES = "GET /fapi/v1/userTrades";
    private static final long DAY_MS = 86_400_000;

    private final Desk desk = new Desk();
    private final long nowMs = desk.time.wallMs;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTradeIsReadWithItsFeeAndItsRebate() throws Exception {
        desk.venue.on(TRADES, json(200, "[" + Bodies.trade(698_759, 77, nowMs - 5) + "]"));
        assertEquals(
                List.of(new Fill(
                        Desk.BTC,
                        "698759",
                        "77",
                        Side.SELL,
                        Price.of("61800.3"),
                        Quantity.of("0.002"),
                        new BigDecimal("-0.00100000"),
                        "USDT",
                        true,
                        nowMs - 5)),
                desk.adapter.fillsSince(Desk.BTC, nowMs - 10));
        ScriptedVenue.Request asked = desk.venue.to(TRADES).getFirst();
        assertEquals(String.valueOf(nowMs - 10), asked.parameter("startTime"));
        assertEquals(1, desk.venue.to(TRADES).size(), "a short page that reaches now is the last");
    }

    @Test
    void aFillStampedALittleAheadOfOurClockIsFound() throws Exception {
        desk.venue.on(TRADES, json(200, "[" + Bodies.trade(698_759, 77, nowMs + 30) + "]"));
        assertEquals(1, desk.adapter.fillsSince(Desk.BTC, nowMs + 30).size());
    }

    @Test
    void theSampleIsRead() throws Exception {
        String sample = Reference.sample("rest-userTrades").replace("1569514978020", "" + (nowMs - 1));
        desk.venue.on(TRADES, json(200, sample));
        Fill fill = desk.adapter.fillsSince(Desk.BTC, nowMs - 10).getFirst();
        assertEquals("25851813", fill.venueOrderId());
        assertEquals(new BigDecimal("0.07819010"), fill.fee());
    }

    @Test
    void fullPagesAreFollowedByIdAndNeverMixedWithTimes() throws Exception {
        desk.venue
                .on(TRADES, json(200, page(1, 1_000)))
                // Two trades of the first page come again.
                .on(TRADES, json(200, page(999, 1_998)))
                .on(TRADES, json(200, page(1_999, 2_003)));
        List<Fill> fills = desk.adapter.fillsSince(Desk.BTC, nowMs - DAY_MS);
        assertEquals(
                LongStream.rangeClosed(1, 2_003).mapToObj(Long::toString).toList(),
                fills.stream().map(Fill::tradeId).toList());
        List<String> asked = desk.venue.to(TRADES).stream()
                .map(r -> (r.parameter("startTime") == null ? "" : "times ") + "from " + r.parameter("fromId"))
                .toList();
        assertEquals(List.of("times from null", "from 1001", "from 1999"), asked);
    }

    @Test
    void anEmptyMonthIsSearchedInWindowsOfAtMostSevenDays() throws Exception {
        for (int i = 0; i < 5; i++) {
            desk.venue.on(TRADES, json(200, "[]"));
        }
        assertEquals(List.of(), desk.adapter.fillsSince(Desk.BTC, nowMs - 30 * DAY_MS));
        List<ScriptedVenue.Request> asked = desk.venue.to(TRADES);
        assertEquals(5, asked.size());
        long nextMs = nowMs - 30 * DAY_MS;
        for (ScriptedVenue.Request request : asked) {
            assertEquals(nextMs, number(request, "startTime"), "no gap and no overlap");
            long endMs = number(request, "endTime");
            assertTrue(endMs - nextMs < 7 * DAY_MS);
            nextMs = endMs + 1;
        }
        assertTrue(nextMs > nowMs);
    }

    @Test
    void tradesAfterAnOldWindowAreFoundById() throws Exception {
        desk.venue
                .on(TRADES, json(200, "[]"))
                .on(TRADES, json(200, "[" + Bodies.trade(5, 77, nowMs - 20 * DAY_MS) + "]"))
                .on(TRADES, json(200, "[" + Bodies.trade(6, 78, nowMs - DAY_MS) + "]"));
        assertEquals(
                List.of("5", "6"),
                desk.adapter.fillsSince(Desk.BTC, nowMs - 30 * DAY_MS).stream()
                        .map(Fill::tradeId)
                        .toList());
        assertEquals("6", desk.venue.to(TRADES).getLast().parameter("fromId"));
    }

    @Test
    void aVenueThatRepeatsItselfIsNotFollowedForEver() {
        desk.venue.on(TRADES, json(200, page(1, 1_000))).on(TRADES, json(200, page(1, 1_000)));
        VenueUnavailableException failure =
                assertThrows(VenueUnavailableException.class, () -> desk.adapter.fillsSince(Desk.BTC, nowMs - DAY_MS));
        assertEquals("fills of BTCUSDT: the venue repeats trades up to 1000 instead of going on", failure.getMessage());
    }

    @Test
    void whatTheVenueNoLongerKeepsIsRefusedAndNotLeftOut() {
        VenueUnavailableException failure = assertThrows(
                VenueUnavailableException.class, () -> desk.adapter.fillsSince(Desk.BTC, nowMs - 91 * DAY_MS));
        assertTrue(String.valueOf(failure.getMessage()).contains("the venue keeps three months"), failure::getMessage);
        assertEquals(0, desk.venue.to(TRADES).size());
    }

    @Test
    void aTradeOfAnotherSymbolIsNotBooked() {
        for (int i = 0; i < 3; i++) {
            desk.venue.on(TRADES, json(200, "[" + Bodies.trade(1, 77, nowMs).replace("BTCUSDT", "ETHUSDT") + "]"));
        }
        assertThrows(VenueUnavailableException.class, () -> desk.adapter.fillsSince(Desk.BTC, nowMs - 10));
    }

    private String page(long firstId, long lastId) {
        return LongStream.rangeClosed(firstId, lastId)
                .mapToObj(id -> Bodies.trade(id, 77, nowMs - 10_000 + id))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static long number(ScriptedVenue.Request request, String parameter) {
        return Long.parseLong(String.valueOf(request.parameter(parameter)));
    }
}
