package dev.sextant.venues.binance.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.venue.PrivateMessage;
import dev.sextant.domain.venue.VenueOrder.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateMessagesTest {

    private static final String TRADE = """
            {"e":"ORDER_TRADE_UPDATE","E":5,"T":4,"o":{"s":"BTCUSDT","c":"sx1","S":"SELL","x":"TRADE","X":"PARTIALLY_FILLED",
             "i":77,"l":"0.2","z":"0.3","L":"61800.0","n":"0.5","N":"USDT","T":4,"t":9,"m":true}}""";

    private static PrivateMessage sample(String name) throws IOException {
        JsonNode json = new JsonMapper().readTree(Reference.sample(name));
        return PrivateMessages.read((json.has("data") ? json.get("data") : json).toString());
    }

    @Test
    void aTradeIsAnOrderAsItStandsAndOneFill() {
        var update = assertInstanceOf(PrivateMessage.OrderUpdate.class, PrivateMessages.read(TRADE));
        assertEquals(Status.PARTIALLY_FILLED, update.order().status());
        assertEquals("77", update.order().venueOrderId());
        assertEquals("0.3", update.order().filled().toString());
        var fill = update.execution().orElseThrow();
        assertEquals("9", fill.tradeId());
        assertEquals(Side.SELL, fill.side());
        assertEquals(new BigDecimal("0.5"), fill.fee());
        assertTrue(fill.maker());
    }

    @Test
    void aTradeWithoutItsFeesAssetIsNotBookedFromHere() {
        var update = assertInstanceOf(
                PrivateMessage.OrderUpdate.class,
                PrivateMessages.read(TRADE.replace("\"n\":\"0.5\",\"N\":\"USDT\",", "")));
        assertTrue(update.lacksDetail());
        assertTrue(update.execution().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "user-ORDER_TRADE_UPDATE-new, OPEN",
        "user-ORDER_TRADE_UPDATE-trade, PARTIALLY_FILLED",
        "user-ORDER_TRADE_UPDATE-trade-partial, PARTIALLY_FILLED",
        "user-ORDER_TRADE_UPDATE-liquidation, FILLED",
        "user-ORDER_TRADE_UPDATE-adl, OPEN",
        "user-ORDER_TRADE_UPDATE-settlement, FILLED"
    })
    void recordedOrdersAreUnderstood(String name, Status status) throws IOException {
        var update = assertInstanceOf(PrivateMessage.OrderUpdate.class, sample(name));
        assertEquals(status, update.order().status());
    }

    @ParameterizedTest
    @CsvSource({
        "user-ALGO_UPDATE-new, OPEN, false",
        "user-ALGO_UPDATE-triggering, OPEN, false",
        "user-ALGO_UPDATE-triggered, OPEN, false",
        "user-ALGO_UPDATE-finished, OPEN, true",
        "user-ALGO_UPDATE-canceled, CANCELED, false"
    })
    void recordedConditionalOrdersAreUnderstood(String name, Status status, boolean finished) throws IOException {
        var update = assertInstanceOf(PrivateMessage.ConditionalUpdate.class, sample(name));
        assertEquals(status, update.order().status());
        assertEquals(finished, update.finished());
    }

    @Test
    void everythingElseThatWasRecordedHasItsWord() throws IOException {
        assertInstanceOf(PrivateMessage.MarginCall.class, sample("user-MARGIN_CALL"));
        assertInstanceOf(PrivateMessage.KeyExpired.class, sample("user-listenKeyExpired"));
        assertInstanceOf(PrivateMessage.SettingsChanged.class, sample("user-ACCOUNT_CONFIG_UPDATE-leverage"));
        assertInstanceOf(PrivateMessage.SettingsChanged.class, sample("user-ACCOUNT_CONFIG_UPDATE-multiassets"));
        assertEquals(new PrivateMessage.Other("TRADE_LITE"), sample("user-TRADE_LITE"));
    }

    @Test
    void aPositionIsSignedAndThatOfAHedgeModeIsRefused() {
        String update =
                "{\"e\":\"ACCOUNT_UPDATE\",\"E\":5,\"T\":4,\"a\":{\"m\":\"ORDER\",\"P\":[{\"s\":\"BTCUSDT\",\"pa\":\"%s\",\"ps\":\"%s\"}]}}";
        assertEquals(
                new PrivateMessage.AccountUpdate(
                        "ORDER", false, Map.of(new Symbol("BTCUSDT"), new BigDecimal("-0.3")), 4),
                PrivateMessages.read(update.formatted("-0.3", "BOTH")));
        assertEquals(
                new PrivateMessage.AccountUpdate("ORDER", false, Map.of(), 4),
                PrivateMessages.read(update.formatted("0", "LONG")));
        assertThrows(IllegalArgumentException.class, () -> PrivateMessages.read(update.formatted("1", "LONG")));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER, false",
        "FUNDING_FEE, false",
        "MARGIN_TYPE_CHANGE, false",
        "DEPOSIT, true",
        "WITHDRAW, true",
        "ASSET_TRANSFER, true",
        "INSURANCE_CLEAR, true",
        "A_REASON_OF_TOMORROW, true"
    })
    void theReasonOfAnAccountsChangeSaysWhetherMoneyWasMoved(String reason, boolean moved) {
        assertEquals(
                new PrivateMessage.AccountUpdate(reason, moved, Map.of(), 4),
                PrivateMessages.read("{\"e\":\"ACCOUNT_UPDATE\",\"E\":5,\"T\":4,\"a\":{\"m\":\"%s\",\"B\":[],\"P\":[]}}"
                        .formatted(reason)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"e\":\"ORDER_TRADE_UPDATE\"}",
                "{\"e\":\"ALGO_UPDATE\",\"E\":1,\"o\":{\"X\":\"NEWER\"}}",
                "{\"e\":\"ACCOUNT_UPDATE\",\"T\":\"1\"}",
                "{\"e\":\"listenKeyExpired\"}"
            })
    void aMessageOfAKnownTypeThatIsNotAsDocumentedNamesWhatIsWrong(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> PrivateMessages.read(text))
                .getMessage());
        assertTrue(message.length() < 500, message);
    }
}
