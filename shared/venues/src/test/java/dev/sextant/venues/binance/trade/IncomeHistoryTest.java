package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.CashFlow;
import dev.sextant.domain.venue.FundingPayment;
import dev.sextant.domain.venue.LiquidationFee;
import dev.sextant.domain.venue.Transfer;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomeHistoryTest {

    private static final String INCOME = "GET /fapi/v1/income";
    private static final long DAY_MS = 24 * 3_600_000L;

    private final Desk desk = new Desk();
    private final long nowMs = Desk.SIGNED_AT_MS;

    @AfterEach
    void close() {
        desk.close();
    }

    private static String row(long id, String type, String symbol, String income, String asset, long atMs) {
        return """
                {"symbol":"%s","incomeType":"%s","income":"%s","asset":"%s","info":"%s","time":%d,"tranId":%d,"tradeId":""}""".formatted(symbol, type, income, asset, type, atMs, id);
    }

    private static String row(long id, String type, String income, long atMs) {
        return row(id, type, type.equals("TRANSFER") ? "" : "BTCUSDT", income, "USDT", atMs);
    }

    /** Funding fees, two at each millisecond. */
    private String page(long firstId, long lastId, String type) {
        return LongStream.rangeClosed(firstId, lastId)
                .mapToObj(id -> row(id, type, "-0.01000000", nowMs - DAY_MS + id / 2))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private List<CashFlow> read(String... rows) throws VenueUnavailableException {
        desk.venue.on(INCOME, json(200, "[" + String.join(",", rows) + "]"));
        return desk.adapter.cashFlowsSince(nowMs - 10).flows();
    }

    private String refused(String... rows) {
        return String.valueOf(
                assertThrows(VenueUnavailableException.class, () -> read(rows)).getMessage());
    }

    @Test
    void everyTypeIsAskedForAtOnceAndTheResultsOfExecutionsArePassedOver() throws Exception {
        List<CashFlow> flows = read(
                row(9_689_322_392L, "FUNDING_FEE", "-0.37500000", nowMs - 9),
                row(9_689_322_392L, "TRANSFER", "500.00000000", nowMs - 8),
                row(9_689_322_393L, "TRANSFER", "-20.5", nowMs - 7),
                row(77, "REALIZED_PNL", "12.5", nowMs - 6),
                row(77, "COMMISSION", "-0.3", nowMs - 6),
                row(78, "DELIVERED_SETTELMENT", "3", nowMs - 5),
                row(79, "INSURANCE_CLEAR", "-1.75", nowMs - 4),
                row(80, "A_TYPE_OF_TOMORROW", "0.01", nowMs - 3));
        assertEquals(
                List.of(
                        new FundingPayment(Desk.BTC, "9689322392", new BigDecimal("-0.37500000"), "USDT", nowMs - 9),
                        new Transfer("TRANSFER", "9689322392", new BigDecimal("500.00000000"), "USDT", nowMs - 8),
                        new Transfer("TRANSFER", "9689322393", new BigDecimal("-20.5"), "USDT", nowMs - 7),
                        new LiquidationFee("INSURANCE_CLEAR", "79", new BigDecimal("-1.75"), "USDT", nowMs - 4),
                        new Transfer("A_TYPE_OF_TOMORROW", "80", new BigDecimal("0.01"), "USDT", nowMs - 3)),
                flows);
        ScriptedVenue.Request asked = desk.venue.to(INCOME).getFirst();
        assertNull(asked.parameter("incomeType"));
        assertEquals(String.valueOf(nowMs - 10), asked.parameter("startTime"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WELCOME_BONUS",
                "REFERRAL_KICKBACK",
                "COMMISSION_REBATE",
                "API_REBATE",
                "CONTEST_REWARD",
                "FEE_RETURN",
                "CROSS_COLLATERAL_TRANSFER",
                "INTERNAL_TRANSFER",
                "COIN_SWAP_DEPOSIT",
                "COIN_SWAP_WITHDRAW",
                "OPTIONS_PREMIUM_FEE",
                "OPTIONS_SETTLE_PROFIT",
                "AUTO_EXCHANGE",
                "POSITION_LIMIT_INCREASE_FEE",
                "STRATEGY_UMFUTURES_TRANSFER",
                "BFUSD_REWARD"
            })
    void whateverElseTheVenueNamesIsMoneyThatWasMoved(String type) throws Exception {
        assertEquals(
                List.of(new Transfer(type, "1", new BigDecimal("-2"), "USDT", nowMs - 1)),
                read(row(1, type, "", "-2", "USDT", nowMs - 1)));
    }

    @Test
    void bothSidesOfAnExchangeOfAssetsMayHaveOneId() throws Exception {
        assertEquals(
                List.of(
                        new Transfer("AUTO_EXCHANGE", "5", new BigDecimal("-0.1"), "BNB", nowMs - 1),
                        new Transfer("AUTO_EXCHANGE", "5", new BigDecimal("60"), "USDT", nowMs - 1)),
                read(
                        row(5, "AUTO_EXCHANGE", "", "60", "USDT", nowMs - 1),
                        row(5, "AUTO_EXCHANGE", "", "-0.1", "BNB", nowMs - 1),
                        row(5, "AUTO_EXCHANGE", "", "60", "USDT", nowMs - 1)));
    }

    @ParameterizedTest
    @CsvSource({"FUNDING_FEE, 1003", "COMMISSION, 1"})
    void aFullPageIsFollowedFromItsNewestTimeOnWhateverItHoldsAndCopiesCountOnce(String type, int flows)
            throws Exception {
        String second = page(1_000, 1_002, type).replace("]", "," + row(2_000, "FUNDING_FEE", "1", nowMs - 3) + "]");
        desk.venue.on(INCOME, json(200, page(1, 1_000, type))).on(INCOME, json(200, second));
        assertEquals(flows, desk.adapter.cashFlowsSince(nowMs - DAY_MS).flows().size());
        assertEquals(
                List.of(nowMs - DAY_MS, nowMs - DAY_MS + 500),
                desk.venue.to(INCOME).stream()
                        .map(request -> Long.parseLong(String.valueOf(request.parameter("startTime"))))
                        .toList());
    }

    @Test
    void whenItWasAskedIsTheVenuesTimeBeforeTheFirstPage() throws Exception {
        desk.venue.on(INCOME, json(200, "[]"));
        assertEquals(
                desk.venue.serverTimeMs.get(),
                desk.adapter.cashFlowsSince(nowMs - 10).askedAtMs());
    }

    @Test
    void aVenueThatRepeatsItselfIsNotFollowedForEver() {
        String same = LongStream.rangeClosed(1, 1_000)
                .mapToObj(id -> row(id, "COMMISSION", "1", nowMs - 7))
                .collect(Collectors.joining(",", "[", "]"));
        desk.venue.on(INCOME, json(200, same)).on(INCOME, json(200, same));
        assertThrows(VenueUnavailableException.class, () -> desk.adapter.cashFlowsSince(nowMs - 10));
    }

    @Test
    void oneRowThatCannotBeReadMakesTheWholeReadingUnavailable() {
        String good = row(1, "TRANSFER", "100", nowMs - 5);
        assertEquals(
                "income: field income is \"1e3\", expected a plain decimal as text",
                refused(good, row(2, "TRANSFER", "1e3", nowMs - 5)));
        assertEquals(
                "income: field symbol is \"\", expected a symbol",
                refused(good, row(2, "FUNDING_FEE", "", "1", "USDT", nowMs - 5)));
        assertEquals(
                "income: field incomeType is \"\", expected 1 to 60 characters without space or slash",
                refused(good, row(2, "", "", "1", "USDT", nowMs - 5)));
        assertEquals(
                "income: field asset is \"US/DT\", expected 1 to 60 characters without space or slash",
                refused(good, row(2, "TRANSFER", "", "1", "US/DT", nowMs - 5)));
        assertEquals(
                "income: field tranId is \"x\", expected a whole number",
                refused(good, row(2, "TRANSFER", "1", nowMs - 5).replace("\"tranId\":2", "\"tranId\":\"x\"")));
    }

    @Test
    void whatTheVenueNoLongerKeepsIsRefusedAndNotLeftOut() {
        VenueUnavailableException refused =
                assertThrows(VenueUnavailableException.class, () -> desk.adapter.cashFlowsSince(nowMs - 91 * DAY_MS));
        assertTrue(String.valueOf(refused.getMessage()).contains("the venue keeps three months"), refused::toString);
        assertEquals(0, desk.venue.to(INCOME).size());
    }
}
