package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PausesAndHaltsTest {

    private static final String ORDER = "POST /fapi/v1/order";
    private static final String ALGO = "POST /fapi/v1/algoOrder";
    private static final String CANCEL = "DELETE /fapi/v1/order";
    private static final String BALANCE = "GET /fapi/v3/balance";

    @Test
    void nothingLeavesInsideRetryAfter() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.on(BALANCE, json(429, Bodies.error(-1003, "Too many requests."), "Retry-After", "7"));
            assertThrows(VenueUnavailableException.class, desk.adapter::balances);

            desk.time.advanceMs(6_999);
            assertEquals(
                    "NOT_SENT",
                    rejected(desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS)).code());
            assertTrue(
                    rejected(desk.adapter.place(Desk.STOP, Desk.SIGNED_AT_MS)).retryable());
            assertInstanceOf(Cancellation.Unknown.class, desk.adapter.cancel(Desk.BTC, "sxentry1", Desk.ENTRY.type()));
            assertThrows(VenueUnavailableException.class, desk.adapter::balances);
            assertEquals(1, desk.venue.to(BALANCE).size());
            assertEquals(
                    0,
                    desk.venue.to(ORDER).size()
                            + desk.venue.to(ALGO).size()
                            + desk.venue.to(CANCEL).size());

            desk.time.advanceMs(1);
            desk.venue.on(BALANCE, json(200, "[]"));
            assertEquals(Map.of(), desk.adapter.balances());
            assertTrue(desk.budget.haltReason().isEmpty(), "a 429 is not a halt");
        }
    }

    @Test
    void aBanStopsEverythingForItsTimeAndEntriesUntilAHumanResumes() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.on(BALANCE, json(418, Bodies.error(-1003, "IP banned"), "Retry-After", "120"));
            assertThrows(VenueUnavailableException.class, desk.adapter::balances);
            assertTrue(desk.budget.haltReason().orElseThrow().contains("this address is banned"));
            desk.time.advanceMs(119_999);
            assertEquals(
                    "NOT_SENT",
                    rejected(desk.adapter.place(Desk.STOP, Desk.SIGNED_AT_MS)).code());

            desk.time.advanceMs(1);
            Placement.Rejected entry = rejected(desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
            assertTrue(entry.halt());
            assertFalse(entry.retryable());
            assertTrue(entry.reason().startsWith("order entry is halted: this address is banned"), entry::reason);
            assertEquals(0, desk.venue.to(ORDER).size());

            desk.venue.on(ALGO, json(200, Bodies.algo("sxstop1", "NEW", "")));
            assertInstanceOf(Placement.Accepted.class, desk.adapter.place(Desk.STOP, Desk.SIGNED_AT_MS), "exits pass");
            desk.venue.on(BALANCE, json(200, "[]"));
            assertEquals(Map.of(), desk.adapter.balances(), "reads pass");

            desk.budget.resume();
            desk.venue.on(ORDER, json(200, Bodies.order("sxentry1", 1, "NEW", "0")));
            assertInstanceOf(Placement.Accepted.class, desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
        }
    }

    @ParameterizedTest
    @CsvSource({"401, -2015, 0", "400, -1022, 0", "400, -4109, 0", "451, 0, 0", "403, 0, 300000"})
    void whatNeedsAHumanHaltsEntries(int status, int code, long pauseMs) {
        try (Desk desk = new Desk()) {
            desk.venue.on(ORDER, json(status, code == 0 ? "<html/>" : Bodies.error(code, "no")));
            desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS);
            assertTrue(
                    rejected(desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS)).halt());
            assertEquals(1, desk.venue.to(ORDER).size());
            assertEquals(pauseMs, desk.budget.pausedUntilMs().orElse(desk.time.wallMs) - desk.time.wallMs);
        }
    }

    @Test
    void theBanEndsWhenTheWordsSayItDoes() {
        try (Desk desk = new Desk()) {
            long untilMs = desk.time.wallMs + 3_600_000;
            desk.venue.on(
                    ORDER, json(418, Bodies.error(-1003, "IP banned until " + untilMs + "."), "Retry-After", "5"));
            assertTrue(
                    rejected(desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS)).halt());
            assertEquals(untilMs, desk.budget.pausedUntilMs().orElseThrow());
        }
    }

    @Test
    void headersOfTheVenueAreRemembered() throws Exception {
        try (Desk desk = new Desk()) {
            desk.venue.on(
                    ORDER,
                    json(
                            200,
                            Bodies.order("sxentry1", 1, "NEW", "0"),
                            "X-MBX-USED-WEIGHT-1M",
                            "42",
                            "X-MBX-ORDER-COUNT-10S",
                            "3",
                            "X-MBX-ORDER-COUNT-1M",
                            "17"));
            desk.adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS);
            assertEquals(42, desk.budget.usedWeight());
            assertEquals(Map.of("10S", 3L, "1M", 17L), desk.budget.orderCounts());
            desk.time.advanceMs(60_000);
            assertEquals(0, desk.budget.usedWeight(), "a new minute");
        }
    }

    private static Placement.Rejected rejected(Placement placement) {
        return assertInstanceOf(Placement.Rejected.class, placement, placement::toString);
    }
}
