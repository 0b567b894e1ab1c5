package dev.sextant.venues.kraken.trade;

import static dev.sextant.venues.kraken.trade.ScriptedKraken.NOW_MS;
import static dev.sextant.venues.kraken.trade.ScriptedKraken.ORDER;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.venue.Cancellation;
import dev.sextant.domain.venue.Lookup;
import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueOrder.Status;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.trade.TransportOutcome.Answered;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class KrakenAccountTest {

    private static final Symbol BTC = new Symbol("BTC/USD");
    private static final long NONCE = NOW_MS * 1_000;

    private static String result(String json) {
        return "{\"error\":[],\"result\":" + json + "}";
    }

    private static String error(String text) {
        return "{\"error\":[\"" + text + "\"]}";
    }

    private static String order(String id, String status, String vol, String done, String flags) {
        return "{\"refid\":null,\"cl_ord_id\":\"" + id + "\",\"status\":\"" + status
                + "\",\"opentm\":1688583840.8648,\"closetm\":" + (status.equals("open") ? "0" : "1688590000.5432")
                + ",\"descr\":{\"pair\":\"XBTUSD\",\"type\":\"sell\",\"ordertype\":\"limit\"},\"vol\":\"" + vol
                + "\",\"vol_exec\":\"" + done + "\",\"cost\":\"10.0\",\"fee\":\"0.02\",\"oflags\":\"" + flags + "\"}";
    }

    private static String trade(String txid, String time) {
        return "{\"ordertxid\":\"" + txid + "\",\"pair\":\"XXBTZUSD\",\"time\":" + time
                + ",\"type\":\"sell\",\"price\":\"29500.50\",\"cost\":\"14750.25\",\"fee\":\"23.60\",\"vol\":\"0.5\","
                + "\"margin\":\"0.0\",\"maker\":true,\"trade_id\":1001}";
    }

    @Test
    void anOrderIsSentOnceWithItsIdItsDeadlineAndItsFeesInQuote() {
        ScriptedKraken venue = new ScriptedKraken().then(new TransportOutcome.Lost("reset"));
        assertInstanceOf(Placement.Unknown.class, venue.account().place(ORDER, NOW_MS));
        assertEquals(1, venue.asked.size());
        assertEquals("/0/private/AddOrder", venue.asked.getFirst().target());
        assertEquals(
                "nonce=" + NONCE + "&ordertype=limit&type=buy&volume=1.25&pair=XBTUSD&price=37500&timeinforce=IOC"
                        + "&oflags=fciq&cl_ord_id=b1-000123&deadline=2026-01-01T00%3A00%3A02.000Z",
                venue.asked.getFirst().body());
    }

    @Test
    void anOrderOfAnUnknownPairNeverLeaves() {
        ScriptedKraken venue = new ScriptedKraken();
        KrakenOrder order = new KrakenOrder(
                new Symbol("FOO/USD"), "b1", ORDER.side(), ORDER.quantity(), ORDER.limit(), TimeInForce.GTC);
        assertInstanceOf(Placement.Rejected.class, venue.account().place(order, NOW_MS));
        assertTrue(venue.asked.isEmpty());
    }

    @Test
    void aCheckPlacesNothing() {
        ScriptedKraken venue = ScriptedKraken.answering(
                result("{\"descr\":{\"order\":\"buy\"}}"),
                error("EOrder:Insufficient funds"),
                result("{\"txid\":[\"A-B-C\"]}"));
        KrakenAccount account = venue.account();
        assertEquals(new DryRun.Passed(), account.check(ORDER, NOW_MS));
        assertTrue(venue.asked.getFirst().body().endsWith("&validate=true"));
        assertEquals(new DryRun.Refused("EOrder:Insufficient funds"), account.check(ORDER, NOW_MS));
        assertInstanceOf(DryRun.Unanswered.class, account.check(ORDER, NOW_MS));
    }

    @Test
    void cancelsAreRepeatedAndNeverFinal() {
        ScriptedKraken venue =
                ScriptedKraken.answering(error("EService:Busy"), result("{\"count\":1,\"pending\":true}"));
        assertEquals(new Cancellation.Accepted(), venue.account().cancel("b1-000123"));
        assertEquals(
                "nonce=" + (NONCE + 1) + "&cl_ord_id=b1-000123",
                venue.asked.get(1).body());
        assertEquals(List.of(250L), venue.waits);
        assertEquals(
                new Cancellation.NotOpen(),
                ScriptedKraken.answering(error("EOrder:Unknown order"))
                        .account()
                        .cancelByVenueId("OUF4EM-FRGI2-MQMWZD"));
        assertInstanceOf(
                Cancellation.Unknown.class,
                ScriptedKraken.answering(result("{\"count\":0}")).account().cancel("b1"));
        assertInstanceOf(
                Cancellation.Unknown.class,
                ScriptedKraken.answering(error("EAPI:Invalid key")).account().cancel("b1"));
        assertInstanceOf(
                Cancellation.Unknown.class, new ScriptedKraken().account().cancel("b1"));
    }

    @Test
    void afterARateLimitFiveSecondsPassAndAThrottleEndsIt() throws VenueUnavailableException {
        ScriptedKraken venue = ScriptedKraken.answering(error("EOrder:Rate limit exceeded"), result("{\"count\":3}"));
        assertEquals(3, venue.account().cancelAll());
        assertEquals(List.of(5_000L), venue.waits);
        ScriptedKraken throttled = ScriptedKraken.answering(error("EService: Throttled: 1750000000"));
        Exception e = assertThrows(VenueUnavailableException.class, throttled.account()::cancelAll);
        assertTrue(String.valueOf(e.getMessage()).contains("1750000000"));
        assertEquals(1, throttled.asked.size());
    }

    @Test
    void aBadKeyEndsEverythingAtOnce() {
        for (String body : List.of(error("EAPI:Invalid key"), error("EGeneral:Temporary lockout"))) {
            ScriptedKraken venue = ScriptedKraken.answering(body);
            assertThrows(HaltException.class, venue.account()::balances);
            assertEquals(1, venue.asked.size());
        }
        ScriptedKraken html = new ScriptedKraken().then(new Answered(403, "<html>"));
        assertThrows(HaltException.class, html.account()::balances);
    }

    @Test
    void readsStopWhereTheCounterIsFull() throws VenueUnavailableException {
        ScriptedKraken venue = new ScriptedKraken();
        for (int i = 0; i < 15; i++) {
            venue.then(new Answered(200, result("{\"open\":{}}")));
        }
        KrakenAccount account = venue.account();
        for (int i = 0; i < 15; i++) {
            assertEquals(List.of(), account.openOrders());
        }
        assertThrows(VenueUnavailableException.class, account::openOrders);
        assertEquals(15, venue.asked.size());
    }

    @Test
    void theDeadMansSwitchIsArmedAndSwitchedOff() throws VenueUnavailableException {
        ScriptedKraken venue = ScriptedKraken.answering(
                result("{\"currentTime\":\"2023-03-24T17:41:56Z\",\"triggerTime\":\"2023-03-24T17:42:56Z\"}"),
                result("{\"currentTime\":\"2023-03-24T17:41:57Z\",\"triggerTime\":\"0\"}"));
        KrakenAccount account = venue.account();
        assertEquals(
                new DeadMansSwitch(1_679_679_716_000L, OptionalLong.of(1_679_679_776_000L)),
                account.cancelAllAfter(60));
        assertTrue(venue.asked.getFirst().body().endsWith("&timeout=60"));
        assertEquals(OptionalLong.empty(), account.cancelAllAfter(0).triggersAtMs());
        assertThrows(IllegalArgumentException.class, () -> account.cancelAllAfter(86_400));
    }

    @Test
    void statesAreTheDesksWords() throws VenueUnavailableException {
        String open = "{\"open\":{\"A-1\":" + order("x", "open", "1", "0", "fciq") + ",\"A-2\":"
                + order("x", "open", "1", "0.4", "fcib,,post,post") + ",\"A-3\":" + order("x", "closed", "1", "1", "")
                + ",\"A-4\":"
                + order("x", "closed", "1", "0.4", "") + ",\"A-5\":" + order("x", "canceled", "1", "0.4", "")
                + ",\"A-6\":"
                + order("x", "expired", "1", "0.4", "post,fcib") + ",\"A-7\":" + order("x", "closed", "50", "1", "viqc")
                + "}}";
        List<ReportedOrder> orders =
                ScriptedKraken.answering(result(open)).account().openOrders();
        assertEquals(
                List.of(
                        Status.OPEN,
                        Status.PARTIALLY_FILLED,
                        Status.FILLED,
                        Status.CANCELED,
                        Status.CANCELED,
                        Status.EXPIRED,
                        Status.FILLED),
                orders.stream().map(each -> each.order().status()).toList());
        assertEquals(
                List.of("USD", "BTC", "USD", "USD", "USD", "BTC", "USD"),
                orders.stream().map(ReportedOrder::feeAsset).toList());
        assertEquals(new BigDecimal("0.4"), orders.get(4).order().filled().value());
        assertEquals(1_688_583_840_864L, orders.get(0).order().updatedAtMs());
        assertEquals(1_688_590_000_543L, orders.get(4).order().updatedAtMs());
        String wrong = "{\"open\":{\"A-1\":" + order("x", "open", "1", "1.1", "") + "}}";
        assertThrows(
                VenueUnavailableException.class,
                ScriptedKraken.answering(result(wrong)).account()::openOrders);
    }

    @Test
    void anOrderIsFoundByItsIdAmongOpenThenClosed() {
        String mine = "{\"A-1\":" + order("b1", "canceled", "1", "0.4", "") + "}";
        ScriptedKraken venue =
                ScriptedKraken.answering(result("{\"open\":{}}"), result("{\"closed\":" + mine + ",\"count\":1}"));
        Lookup.Found found =
                assertInstanceOf(Lookup.Found.class, venue.account().find(BTC, "b1", NOW_MS));
        assertEquals(Status.CANCELED, found.order().status());
        assertEquals("nonce=" + NONCE + "&cl_ord_id=b1", venue.asked.get(0).body());
        assertEquals(
                "nonce=" + (NONCE + 1) + "&trades=true&start=1767225540&ofs=0&cl_ord_id=b1",
                venue.asked.get(1).body());
    }

    @Test
    void notFoundTakesTwoEmptyAnswersAndForeignOrdersProveNothing() {
        String none = result("{\"closed\":{},\"count\":0}");
        assertEquals(
                new Lookup.NotFound(),
                ScriptedKraken.answering(result("{\"open\":{}}"), none)
                        .account()
                        .find(BTC, "b1", NOW_MS));
        for (String id : List.of("other", "")) {
            String foreign = result("{\"open\":{\"A-1\":" + order(id, "open", "1", "0", "") + "}}");
            assertInstanceOf(
                    Lookup.Unknown.class,
                    ScriptedKraken.answering(foreign, none).account().find(BTC, "b1", NOW_MS));
        }
        String ours = result("{\"open\":{\"A-1\":" + order("b1", "open", "1", "0", "") + "}}");
        assertInstanceOf(
                Lookup.Unknown.class,
                ScriptedKraken.answering(ours, none).account().find(new Symbol("ETH/USDT"), "b1", NOW_MS));
        assertInstanceOf(
                Lookup.Unknown.class,
                ScriptedKraken.answering(result("{\"open\":{}}"), error("EService:Unavailable"))
                        .account()
                        .find(BTC, "b1", NOW_MS));
    }

    @Test
    void fillsComeFromAllPagesWithTheAssetTheirOrderNames() throws VenueUnavailableException {
        StringBuilder first = new StringBuilder();
        for (int i = 10; i < 60; i++) {
            first.append(i == 10 ? "" : ",")
                    .append("\"T-")
                    .append(i)
                    .append("\":")
                    .append(trade("A-1", "1688585840.8921"));
        }
        ScriptedKraken venue = ScriptedKraken.answering(
                result("{\"trades\":{" + first + "},\"count\":51}"),
                result("{\"trades\":{\"T-60\":" + trade("A-2", "1688585839.1") + "},\"count\":51}"),
                result("{\"A-1\":" + order("x", "closed", "25", "25", "fciq") + ",\"A-2\":"
                        + order("y", "closed", "1", "1", "fcib") + "}"));
        List<Fill> fills = venue.account().fillsSince(1_688_585_000_000L);
        assertEquals(51, fills.size());
        Fill oldest = fills.getFirst();
        assertEquals("T-60", oldest.tradeId());
        assertEquals("BTC", oldest.feeAsset());
        assertEquals("USD", fills.getLast().feeAsset());
        assertEquals(1_688_585_840_892L, fills.getLast().filledAtMs());
        assertTrue(venue.asked.get(1).body().contains("&start=1688584999&ofs=50"));
    }

    @Test
    void pagesThatShowLessThanTheyTellAreNoAnswer() {
        assertThrows(
                VenueUnavailableException.class,
                () -> ScriptedKraken.answering(result("{\"trades\":{},\"count\":3}"))
                        .account()
                        .fillsSince(NOW_MS));
    }

    @Test
    void availableIsWhatIsNotHeldAndOtherWalletsAreLeftOut() throws VenueUnavailableException {
        var balances = ScriptedKraken.answering(
                        result(
                                "{\"ZUSD\":{\"balance\":25435.21,\"hold_trade\":8249.76},\"XXBT\":{\"balance\":\"1.2435\","
                                        + "\"credit\":\"0.5\",\"credit_used\":\"0.1\",\"hold_trade\":\"0.8423\"},\"XXBT.F\":"
                                        + "{\"balance\":\"9\",\"hold_trade\":\"0\"},\"KFEE\":{\"balance\":\"3\",\"hold_trade\":\"0\"}}"))
                .account()
                .balances();
        assertEquals(List.of("BTC", "KFEE", "USD"), List.copyOf(balances.keySet()));
        assertEquals(
                new BigDecimal("17185.45"), requireNonNull(balances.get("USD")).available());
        assertEquals(
                new BigDecimal("0.8012"), requireNonNull(balances.get("BTC")).available());
    }

    @Test
    void feesAreByPairAndTheTokenIsNeverShown() throws VenueUnavailableException {
        ScriptedKraken venue = ScriptedKraken.answering(
                result("{\"currency\":\"ZUSD\",\"volume\":\"451.3\",\"fees\":{\"XXBTZUSD\":{\"fee\":\"0.3000\"}},"
                        + "\"fees_maker\":{\"XXBTZUSD\":{\"fee\":\"0.1600\"}}}"),
                result("{\"token\":\"s3cret\",\"expires\":900}"),
                "{\"error\":[],\"result\":{\"token\":s3cret}}",
                "{\"error\":[],\"result\":{\"token\":17,\"expires\":\"s3cret\"}}");
        KrakenAccount account = venue.account();
        assertEquals(
                new FeeRates(new BigDecimal("0.3000"), new BigDecimal("0.1600")),
                account.fees(List.of(BTC)).get(BTC));
        assertTrue(venue.asked.getFirst().body().endsWith("&pair=XBTUSD"));
        SocketToken token = account.token();
        assertEquals("s3cret", token.token());
        assertEquals("SocketToken[***, 900 s]", token.toString());
        Exception e = assertThrows(VenueUnavailableException.class, account::token);
        assertFalse(e.toString().contains("s3cret"), e.toString());
    }

    @Test
    void publicQuestionsTakeNoKey() throws VenueUnavailableException {
        ScriptedKraken venue = ScriptedKraken.answering(
                "{\"error\":[\"WDatabase:Database operations slow\"],\"result\":{\"unixtime\":1616336594,\"rfc1123\":\"x\"}}",
                result("{\"status\":\"cancel_only\",\"timestamp\":\"2025-11-11T00:17:10Z\"}"),
                ScriptedKraken.PAIRS);
        KrakenMarket market = new KrakenMarket(KrakenTradeSettings.standard(), venue, venue.pacing());
        assertEquals(1_616_336_594L, market.timeSeconds());
        assertEquals(MarketStatus.CANCEL_ONLY, market.status());
        assertEquals(4, market.pairs().size());
        assertEquals("/0/public/Time", venue.asked.getFirst().target());
        assertTrue(venue.asked.stream().noneMatch(each -> each.headers().containsKey("API-Key")));
    }

    @Test
    void namesComeFromThePairsAlone() {
        KrakenNames names = ScriptedKraken.NAMES;
        assertEquals(new Symbol("DOGE/USD"), names.pair("XDGUSD").orElseThrow().symbol());
        assertEquals(names.pair("XXBTZUSD"), names.pair("XBTUSD"));
        assertEquals("ETH", names.asset("XETH"));
        assertEquals("XXRP", names.asset("XXRP"));
        AssetPair pair = names.pair(BTC).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> new KrakenNames(List.of(pair, pair)));
    }
}
