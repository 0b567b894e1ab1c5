package dev.sextant.venues.binance.trade;

import static dev.sextant.venues.binance.trade.ScriptedVenue.cutOff;
import static dev.sextant.venues.binance.trade.ScriptedVenue.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.venue.Placement;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may do, asked at the wallet's host, and what an answer means for orders. */
class WalletOverLoopbackTest {

    private static final String PATH = "GET /sapi/v1/account/apiRestrictions";
    private static final String ORDER = "POST /fapi/v1/order";

    private final ScriptedVenue wallet = new ScriptedVenue();
    private final Desk desk = new Desk();
    private final BinanceTradingVenue adapter = new BinanceTradingVenue(
            new BinanceTradeSettings(
                    desk.venue.uri(), ClockMode.OFFSET, Duration.ofSeconds(2), Duration.ofSeconds(10), 2_000, 5_000, 3),
            Desk.KEYS,
            desk.budget,
            desk.time.timing(),
            Optional.of(wallet.uri()));

    @AfterEach
    void close() {
        adapter.close();
        desk.close();
        wallet.close();
    }

    private static String rights(String... granted) {
        StringBuilder body = new StringBuilder("{\"createTime\":1723000000000");
        for (String right : List.of(
                "ipRestrict",
                "enableReading",
                "enableWithdrawals",
                "enableInternalTransfer",
                "enableMargin",
                "enableFutures",
                "permitsUniversalTransfer",
                "enableVanillaOptions",
                "enableSpotAndMarginTrading",
                "enablePortfolioMarginTrading")) {
            body.append(",\"")
                    .append(right)
                    .append("\":")
                    .append(List.of(granted).contains(right));
        }
        return body.append('}').toString();
    }

    private KeyRights ask() throws VenueUnavailableException {
        return adapter.wallet().orElseThrow().rights();
    }

    @Test
    void theQuestionIsSignedLikeAnyOtherAndGoesToTheWallet() throws Exception {
        wallet.on(PATH, json(200, rights("ipRestrict", "enableReading", "enableFutures")));

        assertEquals(new KeyRights(true, true, true, false, false, false, List.of()), ask());

        ScriptedVenue.Request request = wallet.to(PATH).getFirst();
        String query = request.rawQuery();
        String payload = query.substring(0, query.indexOf("&signature="));
        assertEquals(new HmacSigner(Desk.SECRET).sign(payload), request.parameter("signature"));
        assertTrue(request.parameters().containsKey("timestamp"));
        assertEquals(List.of(), desk.venue.to(PATH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enableWithdrawals", "enableInternalTransfer", "permitsUniversalTransfer"})
    void everyWayOutIsAReasonToRefuse(String right) throws Exception {
        wallet.on(PATH, json(200, rights("enableReading", "enableFutures", right)));
        assertEquals(
                "the key can move money out of the account (" + right + ")",
                ask().movesMoneyOut().orElseThrow());
    }

    @Test
    void rightsThatAreOfNoUseAreNamed() throws Exception {
        wallet.on(PATH, json(200, rights("enableReading", "enableFutures", "enableMargin", "enableVanillaOptions")));
        assertEquals(List.of("enableMargin", "enableVanillaOptions"), ask().superfluous());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"ipRestrict\":true,\"enableReading\":true,\"enableFutures\":true}",
                "<html>maintenance</html>"
            })
    void whatIsMissingOrUnreadableIsNotTakenForHarmless(String body) {
        for (int i = 0; i < 3; i++) {
            wallet.on(PATH, json(200, body));
        }
        assertThrows(VenueUnavailableException.class, this::ask);
    }

    @Test
    void aRightThatIsNoYesOrNoIsNotTakenForHarmless() {
        wallet.on(
                PATH,
                json(200, rights("enableReading").replace("\"enableWithdrawals\":false", "\"enableWithdrawals\":0")));
        assertThrows(VenueUnavailableException.class, this::ask);
    }

    @Test
    void aRefusedKeyIsToldApartFromAVenueThatIsAway() {
        wallet.on(PATH, json(401, Bodies.error(-2015, "Invalid API-key, IP, or permissions for action")));
        assertEquals(-2015, assertThrows(KeyRefusedException.class, this::ask).code());
        for (int i = 0; i < 3; i++) {
            wallet.on(PATH, json(503, ""));
        }
        assertEquals(
                VenueUnavailableException.class,
                assertThrows(VenueUnavailableException.class, this::ask).getClass());
    }

    @Test
    void anEntryIsNotSentWithAKeyThatCanWithdrawAndAnExitIs() throws Exception {
        wallet.on(PATH, json(200, rights("enableReading", "enableFutures", "enableWithdrawals")));
        Placement.Rejected refused =
                assertInstanceOf(Placement.Rejected.class, adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
        assertTrue(refused.reason().contains("enableWithdrawals"), refused.reason());
        assertTrue(refused.halt() && !refused.retryable());
        assertEquals(List.of(), desk.venue.to(ORDER));

        desk.venue.on("POST /fapi/v1/algoOrder", json(200, Bodies.algo("sxstop1", "NEW", "")));
        assertInstanceOf(Placement.Accepted.class, adapter.place(Desk.STOP, Desk.SIGNED_AT_MS));
    }

    @Test
    void anEntryIsNotSentWhileNobodyKnowsWhatTheKeyMayDo() {
        for (int i = 0; i < 3; i++) {
            wallet.on(PATH, cutOff(200, rights("enableReading", "enableFutures"), 40));
        }
        assertInstanceOf(Placement.Rejected.class, adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
        assertEquals(List.of(), desk.venue.to(ORDER));
    }

    @Test
    void aFitKeyIsAskedForOnceAndOrdersGo() {
        wallet.on(PATH, json(200, rights("enableReading", "enableFutures")));
        for (int i = 0; i < 2; i++) {
            desk.venue.on(ORDER, json(200, Bodies.order("sxentry1", 7, "NEW", "0")));
            assertInstanceOf(Placement.Accepted.class, adapter.place(Desk.ENTRY, Desk.SIGNED_AT_MS));
        }
        assertEquals(1, wallet.to(PATH).size());
    }
}
