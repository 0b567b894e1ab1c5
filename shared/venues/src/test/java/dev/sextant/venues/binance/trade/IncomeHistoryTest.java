package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IncomeHistoryTest {

    private static final String INCOME = "GET /fapi/v1/income";
    private static final long DAY_MS = 24 * 3_600_000L;

    private final Desk desk = new Desk();
    private final long nowMs = Desk.SIGNED_AT_MS;

    @AfterEach
    void close() {
        desk.close();
    }

    private static String row(long id, String type, String income, long atMs) {
        return """
                {"symbol":"BTCUSDT","incomeType":"%s","income":"%s","asset":"USDT","info":"%s","time":%d,"tranId":%d,"tradeId":""}""".formatted(type, income, type, atMs, id);
    }

    private String page(long firstId, long lastId) {
        return LongStream.rangeClosed(firstId, lastId)
                .mapToObj(id -> row(id, "FUNDING_FEE", "-0.01000000", nowMs - DAY_MS + id / 2))
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void aPaymentIsReadWithItsSignAndItsTime() throws Exception {
        desk.venue.on(INCOME, json(200, "[" + row(9_689_322_392L, "FUNDING_FEE", "-0.37500000", nowMs - 5) + "]"));
        assertEquals(
                List.of(new FundingPayment(Desk.BTC, "9689322392", new BigDecimal("-0.37500000"), "USDT", nowMs - 5)),
                desk.adapter.fundingSince(nowMs - 10));
        ScriptedVenue.Request asked = desk.venue.to(INCOME).getFirst();
        assertEquals("FUNDING_FEE", asked.parameter("incomeType"));
        assertEquals(String.valueOf(nowMs - 10), asked.parameter("startTime"));
    }

    @Test
    void aFullPageIsFollowedFromItsNewestTimeOnAndCopiesCountOnce() throws Exception {
        desk.venue.on(INCOME, json(200, page(1, 1_000))).on(INCOME, json(200, page(1_000, 1_003)));
        List<FundingPayment> payments = desk.adapter.fundingSince(nowMs - DAY_MS);
        assertEquals(1_003, payments.size());
        assertEquals(
                List.of(nowMs - DAY_MS, nowMs - DAY_MS + 500),
                desk.venue.to(INCOME).stream()
                        .map(request -> Long.parseLong(String.valueOf(request.parameter("startTime"))))
                        .toList());
    }

    @Test
    void aVenueThatRepeatsItselfIsNotFollowedForEver() {
        String same = LongStream.rangeClosed(1, 1_000)
                .mapToObj(id -> row(id, "FUNDING_FEE", "1", nowMs - 7))
                .collect(Collectors.joining(",", "[", "]"));
        desk.venue.on(INCOME, json(200, same)).on(INCOME, json(200, same));
        assertThrows(VenueUnavailableException.class, () -> desk.adapter.fundingSince(nowMs - 10));
    }

    @Test
    void whatIsNoFundingFeeIsNotBookedAsOne() {
        desk.venue.on(INCOME, json(200, "[" + row(1, "TRANSFER", "100", nowMs - 5) + "]"));
        VenueUnavailableException refused =
                assertThrows(VenueUnavailableException.class, () -> desk.adapter.fundingSince(nowMs - 10));
        assertEquals("funding: field incomeType is \"TRANSFER\", expected FUNDING_FEE", refused.getMessage());
    }

    @Test
    void whatTheVenueNoLongerKeepsIsRefusedAndNotLeftOut() {
        VenueUnavailableException refused =
                assertThrows(VenueUnavailableException.class, () -> desk.adapter.fundingSince(nowMs - 91 * DAY_MS));
        assertTrue(String.valueOf(refused.getMessage()).contains("the venue keeps three months"), refused::toString);
        assertEquals(0, desk.venue.to(INCOME).size());
    }
}
