package dev.sextant.local.scenario;

import static dev.sextant.local.scenario.ScriptedFaults.PLACE;
import static dev.sextant.local.scenario.ScriptedFaults.PLACE_STOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.money.E8;
import dev.sextant.local.venue.RestClient;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.venues.sim.VenueQueries;
import dev.sextant.venues.sim.instrument.Instrument;
import dev.sextant.venues.sim.instrument.LotFilter;
import dev.sextant.venues.sim.instrument.PriceFilter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody else acts on the account, or the exchange does: it is seen, shown, and nothing is opened on top of it. */
@Timeout(60)
class AccountScenariosTest {

    private static final String INCOME = "GET /fapi/v1/income";
    private static final String DUAL = "/fapi/v1/positionSide/dual";
    private static final long START_AT_VENUE_E8 = 100_000 * E8.ONE;

    private final ScenarioDesk desk = new ScenarioDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private RestClient.Reply byHand(String method, String path, String parameters) throws Exception {
        return desk.hand.signed(method, path, parameters);
    }

    @Test
    @Scenario(value = "liquidation", cases = 23)
    void aLiquidationIsToldWithItsReasonAndNobodyEntersAfterIt() throws Exception {
        desk.reconcile();
        desk.enter();
        try (PrivateLine line = new PrivateLine(desk)) {
            desk.venue.acts().liquidate(ScenarioDesk.BTC);
            line.hear("\"c\":\"autoclose-1\"", "\"X\":\"FILLED\"", "\"x\":\"CALCULATED\"");
        }
        desk.assertPosition("0");
        assertEquals("liquidation autoclose-1 FILLED", desk.books.strangers());
        assertEquals("the venue closes the position itself (LIQUIDATION, order autoclose-1)", desk.books.everyBlock());
        assertEquals(desk.books.balanceChange(), desk.books.tradePnl(), "booked at the exchange's price and fee");
        assertEquals("symbol_blocked", desk.books.barrier());
        assertEquals(1, desk.metric("ForcedOrders"), "people are told once");
        desk.tick();
        assertEquals("0", desk.exchange.covered(), "the stop of the closed trade is canceled");
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario(value = "adl-autoclose", cases = 23)
    void whatDeleveragingTakesAwayIsSeenAndTheRestKeepsItsStop() throws Exception {
        desk.reconcile();
        desk.enter();
        try (PrivateLine line = new PrivateLine(desk)) {
            desk.venue.acts().deleverage(ScenarioDesk.BTC, E8.parse("0.2"));
            line.hear("\"c\":\"adl_autoclose\"", "\"X\":\"FILLED\"");
        }
        desk.assertPosition("0.3");
        assertEquals("adl adl_autoclose FILLED", desk.books.strangers());
        assertEquals("the venue closes the position itself (ADL, order adl_autoclose)", desk.books.everyBlock());
        assertEquals("0.5", desk.exchange.covered(), "reduce-only: it closes 0.3 and turns nothing round");
        desk.price("61760");
        assertTrue(desk.reconcile().startsWith("clean: "));
        desk.assertPosition("0");
    }

    @Test
    @Scenario("external-manual-order")
    void anOrderByHandIsShownAndLeftAloneAndAPositionByHandBlocksTheSymbol() throws Exception {
        desk.enter();
        byHand(
                "POST",
                "/fapi/v1/order",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.1&price=61000"
                        + "&newClientOrderId=by-hand-1");
        desk.tick();
        assertTrue(desk.reconcile().startsWith("clean: "), "an order that rests is no difference");
        assertEquals("external by-hand-1 OPEN", desk.books.strangers());
        assertEquals("nothing", desk.books.blocked());
        byHand("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.1&newClientOrderId=by-hand-2");
        desk.tick();
        assertTrue(desk.reconcile().startsWith("NOT CLEAN: "));
        assertEquals("position 0.5 here, 0.600 at the venue", desk.books.blocked());
        assertEquals("symbol_blocked", desk.books.barrier());
        assertEquals("0.5", desk.exchange.covered(), "ours keeps its stop");
        assertEquals(
                List.of("by-hand-1"),
                desk.venue.query(state -> state.openOrders(null)).stream()
                        .map(order -> order.clientOrderId())
                        .toList());
    }

    @Test
    @Scenario("position-mode-changed")
    void inHedgeModeNothingIsOpenedUntilItIsChangedBack() throws Exception {
        assertEquals(-4059, byHand("POST", DUAL, "dualSidePosition=false").code(), "that is what it is");
        assertEquals(200, byHand("POST", DUAL, "dualSidePosition=true").status());
        StoredIntent refused = desk.enter();
        assertEquals("REJECTED -4061", refused.state() + " " + refused.code());
        assertEquals("REJECTED", refused.shown());
        assertEquals("Order's position side does not match user's setting.", refused.reason());
        assertEquals(0, desk.exchange.accepted(refused));
        desk.assertPosition("0");
        assertEquals(
                List.of("the account is in hedge mode; switch its position mode to one-way"),
                desk.adapter.guard(Map.of()).check());
        assertEquals(200, byHand("POST", DUAL, "dualSidePosition=false").status());
        assertEquals("FILLED", desk.enter().state());
        assertEquals(-4067, byHand("POST", DUAL, "dualSidePosition=true").code(), "not while orders are open");
        desk.assertProtectedPosition("0.5");
    }

    @Test
    @Scenario("filter-change-mid-session")
    void aStopThatNoLongerFitsTheTickClosesThePosition() {
        Instrument instrument = Instrument.btcUsdt();
        desk.faults.before(PLACE_STOP, () -> desk.venue.acts().relist(withTick(instrument, "50")));
        desk.enter();
        assertEquals("REJECTED -4014", desk.stop().state() + " " + desk.stop().code());
        desk.tick();
        desk.assertPosition("0");
        assertEquals("stop_rejected", desk.books.exitReason());
    }

    @Test
    @Scenario("filter-change-mid-session")
    void anEntryThatNoLongerFitsTheStepIsRefusedByTheVenueOnceAndThenByTheDesk() {
        desk.venue.acts().relist(withStep(Instrument.btcUsdt(), "0.3"));
        StoredIntent refused = desk.enter();
        assertEquals("REJECTED -4023", refused.state() + " " + refused.code());
        desk.raise();
        desk.riskReader.read();
        desk.upstream.learnStep("0.3");
        desk.work();
        assertEquals(
                "BLOCKED filters", desk.entry().state() + " " + desk.entry().code());
        assertEquals(1, desk.faults.asked(PLACE), "the second one never left");
        desk.assertPosition("0");
    }

    private static Instrument withTick(Instrument i, String tick) {
        PriceFilter price = new PriceFilter(i.price().minE8(), i.price().maxE8(), E8.parse(tick));
        return new Instrument(
                i.symbol(),
                i.baseAsset(),
                i.quoteAsset(),
                i.pricePrecision(),
                i.quantityPrecision(),
                price,
                i.lot(),
                i.marketLot(),
                i.maxOrders(),
                i.minNotionalE8(),
                i.percent());
    }

    private static Instrument withStep(Instrument i, String step) {
        LotFilter lot = new LotFilter(E8.parse(step), i.marketLot().maxE8(), E8.parse(step));
        return new Instrument(
                i.symbol(),
                i.baseAsset(),
                i.quoteAsset(),
                i.pricePrecision(),
                i.quantityPrecision(),
                i.price(),
                lot,
                lot,
                i.maxOrders(),
                i.minNotionalE8(),
                i.percent());
    }

    @Test
    @Scenario("funding-at-close")
    void fundingPaidRightBeforeTheCloseIsNoPartOfTheTradesResult() throws Exception {
        desk.reconcile();
        desk.enter();
        try (PrivateLine line = new PrivateLine(desk)) {
            desk.venue.acts().payFunding(ScenarioDesk.BTC, -E8.parse("3.09"));
            line.hear("\"m\":\"FUNDING_FEE\"");
            desk.price("61760");
            line.hear("\"X\":\"FILLED\"", desk.stop().clientId());
        }
        desk.assertPosition("0");
        assertEquals("nothing", desk.books.blocked());
        assertEquals(desk.books.balanceChange(), desk.books.tradePnl());
        assertEquals("1 cash flows booked", desk.job("cash-flows"));
        assertEquals("0 cash flows booked", desk.job("cash-flows"));
        assertBothCountTheSame();
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    /** Since the start: the two began with different amounts. */
    private void assertBothCountTheSame() {
        BigDecimal atVenue = E8.toDecimal(desk.venue.query(VenueQueries::walletE8) - START_AT_VENUE_E8);
        BigDecimal booked = new BigDecimal(desk.books.balanceChange());
        assertEquals(0, atVenue.compareTo(booked), () -> "the venue counts " + atVenue + ", the desk " + booked);
    }

    @Test
    @Scenario("deposit-and-withdrawal")
    void moneyThatIsMovedIsInTheBalanceAtOnceAndInNoResult() throws Exception {
        desk.reconcile();
        desk.enter();
        String day = desk.books.riskDay();
        try (PrivateLine line = new PrivateLine(desk)) {
            desk.venue.acts().deposit(E8.parse("500.25"));
            line.hear("\"e\":\"ACCOUNT_UPDATE\"", "\"m\":\"DEPOSIT\"", "\"bc\":\"500.25\"");
            assertBothCountTheSame();
            desk.venue.acts().withdraw(E8.parse("120"));
            line.hear("\"m\":\"WITHDRAW\"", "\"bc\":\"-120\"");
            assertBothCountTheSame();
            assertEquals(day, desk.books.riskDay());
            desk.price("61760");
            line.hear("\"X\":\"FILLED\"", desk.stop().clientId());
        }
        assertEquals("transfer TRANSFER 500.25 USDT 1; transfer TRANSFER -120 USDT 2", desk.books.moved());
        assertEquals(
                0,
                new BigDecimal(desk.books.balanceChange())
                        .compareTo(new BigDecimal(desk.books.tradePnl()).add(new BigDecimal("380.25"))),
                "the trade's result is without it");
        assertEquals("0 cash flows booked", desk.job("cash-flows"));
        assertBothCountTheSame();
        assertEquals("holds", desk.books.auditChain());
        assertTrue(desk.reconcile().startsWith("clean: "));
    }

    @Test
    @Scenario("deposit-and-withdrawal")
    void moneyThatNobodyToldOfIsInTheBalanceWithTheHoursReading() {
        assertEquals("0 cash flows booked", desk.job("cash-flows"));
        desk.venue.acts().deposit(E8.parse("500"));
        desk.skip(2 * 3_600_000);
        desk.venue.acts().withdraw(E8.parse("700"));
        assertEquals("2 cash flows booked", desk.job("cash-flows"));
        assertEquals("9800", desk.books.balance());
    }

    @Test
    @Scenario("deposit-and-withdrawal")
    void anIncomeThatLagsBehindTheStreamIsReadOnceMoreWithTheNextPass() throws Exception {
        desk.reconcile();
        try (PrivateLine line = new PrivateLine(desk)) {
            desk.faults.next(INCOME, new RequestFault.AnswerInstead(200, "[]"));
            desk.venue.acts().deposit(E8.parse("500"));
            line.hear("\"m\":\"DEPOSIT\"");
        }
        assertEquals("10000", desk.books.balance());
        desk.reconcile();
        assertEquals("10500", desk.books.balance());
        desk.reconcile();
        assertEquals(2, desk.faults.asked(INCOME), "and then the hour is soon enough");
    }

    @Test
    @Scenario("deposit-and-withdrawal")
    void whatMarginHoldsBackCannotBeWithdrawn() {
        desk.enter();
        String most = E8.print(desk.venue.query(VenueQueries::withdrawableE8));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> desk.venue.acts().withdraw(E8.parse(most) + 1));
        assertEquals(
                "withdrawal of " + E8.print(E8.parse(most) + 1)
                        + " is refused: -4050 Cross balance insufficient. At most " + most + " may leave.",
                refused.getMessage());
        assertEquals("0 cash flows booked", desk.job("cash-flows"));
        desk.venue.acts().withdraw(E8.parse(most));
        assertEquals("1 cash flows booked", desk.job("cash-flows"));
        assertBothCountTheSame();
    }

    @Test
    @Scenario("deposit-and-withdrawal")
    void whateverHappensInWhateverOrderBothSidesCountTheSame() {
        Random random = new Random(20240808);
        desk.enter();
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(4)) {
                case 0 -> desk.venue.acts().deposit(random.nextLong(1, 900 * E8.ONE));
                case 1 -> desk.venue.acts().withdraw(random.nextLong(1, 900 * E8.ONE));
                case 2 -> desk.venue.acts().payFunding(ScenarioDesk.BTC, random.nextLong(-E8.ONE, E8.ONE));
                default -> desk.venue.advance(random.nextLong(40 * 60_000L));
            }
            if (random.nextInt(6) == 0) {
                desk.job("cash-flows");
                assertBothCountTheSame();
            }
        }
        desk.job("cash-flows");
        assertBothCountTheSame();
        assertEquals("holds", desk.books.auditChain());
    }

    @Test
    @Scenario("deposit-and-withdrawal")
    void theIncomeTellsEveryChangeOfTheWalletAndOfOneTypeWhereThatIsAsked() throws Exception {
        desk.enter();
        desk.venue.acts().deposit(E8.parse("500"));
        desk.venue.acts().payFunding(ScenarioDesk.BTC, -E8.parse("3.09"));
        desk.price("61760");
        BigDecimal total = BigDecimal.ZERO;
        Map<String, Integer> types = new TreeMap<>();
        for (JsonNode row :
                byHand("GET", "/fapi/v1/income", "startTime=" + ScenarioDesk.T0).json()) {
            total = total.add(new BigDecimal(row.path("income").textValue()));
            types.merge(row.path("incomeType").textValue(), 1, Integer::sum);
        }
        assertEquals("{COMMISSION=2, FUNDING_FEE=1, REALIZED_PNL=1, TRANSFER=1}", types.toString());
        assertEquals(0, total.compareTo(E8.toDecimal(desk.venue.query(VenueQueries::walletE8) - START_AT_VENUE_E8)));
        JsonNode transfers =
                byHand("GET", "/fapi/v1/income", "incomeType=TRANSFER").json();
        assertEquals(
                "[{\"symbol\":\"\",\"incomeType\":\"TRANSFER\",\"income\":\"500.00000000\",\"asset\":\"USDT\",\"info\":\"TRANSFER\","
                        + "\"time\":" + transfers.get(0).path("time").longValue() + ",\"tranId\":1,\"tradeId\":\"\"}]",
                transfers.toString());
    }
}
