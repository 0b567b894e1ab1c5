package dev.sextant.venues.kraken.trade.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sextant.venues.binance.market.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateSocketReaderTest {

    private final PrivateSocketReader reader = new PrivateSocketReader();

    @ParameterizedTest
    @CsvSource({
        "add_order-ok, Placed",
        "add_order-error, Refused",
        "batch_add-ok, BatchPlaced",
        "batch_add-partial, BatchPlaced",
        "cancel_order-ok, Cancelled",
        "cancel_all, CancelledAll",
        "cancel_all_orders_after, SwitchSet",
        "amend_order-ok, Unknown",
        "edit_order-ok, Unknown",
        "executions-1-pending_new, Executions",
        "executions-2-new, Executions",
        "executions-3-trade, Executions",
        "balances-update, Balances",
        "heartbeat, Common",
        "status, Common",
        "pong, Common",
        "subscribe-ack, Subscribed",
        "subscribe-error, Refused"
    })
    void everyOfficialSampleIsUnderstood(String name, String kind) throws IOException {
        String text = Files.readString(ReferenceData.find("protocols/samples/kraken/ws-" + name + ".json"));
        assertEquals(kind, reader.read(text).getClass().getSimpleName());
    }

    @Test
    void subscriptionsTellTheThresholdAndSwitchesTheirTime() {
        assertEquals(
                new PrivateSocketMessage.Subscribed(OptionalLong.of(7), "executions", OptionalInt.of(125)),
                reader.read("{\"method\":\"subscribe\",\"result\":{\"channel\":\"executions\",\"maxratecount\":125,"
                        + "\"snapshot\":true},\"success\":true,\"req_id\":7,\"time_in\":\"…\"}"));
        assertEquals(
                new PrivateSocketMessage.SwitchSet(
                        OptionalLong.empty(), 1_695_311_369_000L, OptionalLong.of(1_695_311_469_000L)),
                reader.read(
                        "{\"method\":\"cancel_all_orders_after\",\"result\":{\"currentTime\":\"2023-09-21T15:49:29Z\","
                                + "\"triggerTime\":\"2023-09-21T15:51:09Z\"},\"success\":true}"));
    }

    @Test
    void balancesAreReadInBothForms() {
        PrivateSocketMessage.Balances snapshot = assertInstanceOf(
                PrivateSocketMessage.Balances.class,
                reader.read(
                        "{\"channel\":\"balances\",\"type\":\"snapshot\",\"data\":[{\"asset\":\"BTC\",\"asset_class\":"
                                + "\"currency\",\"balance\":1.2,\"wallets\":[{\"type\":\"spot\",\"id\":\"main\",\"balance\":1.2}]}],"
                                + "\"sequence\":1}"));
        assertEquals("BTC", snapshot.entries().getFirst().asset());
        PrivateSocketMessage.Balances update = assertInstanceOf(
                PrivateSocketMessage.Balances.class,
                reader.read(
                        "{\"channel\":\"balances\",\"type\":\"update\",\"data\":[{\"ledger_id\":\"A-B-C\",\"asset\":\"BTC\","
                                + "\"wallet_type\":\"spot\",\"amount\":0.01,\"fee\":0.0,\"balance\":0.02}],\"sequence\":2}"));
        assertEquals("A-B-C", update.entries().getFirst().ledgerId());
        assertEquals(OptionalLong.of(2), update.sequence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"channel\":\"executions\"}",
                "{\"channel\":\"executions\",\"type\":\"update\",\"data\":{}}",
                "{\"channel\":\"executions\",\"type\":\"update\",\"data\":[{\"order_id\":\"A-B\"}]}",
                "{\"channel\":\"balances\",\"type\":\"update\",\"data\":[{\"asset\":\"BTC\"}]}",
                "{\"method\":\"add_order\"}",
                "{\"success\":true}"
            })
    void whatTheProtocolDoesNotAllowIsMalformed(String message) {
        assertInstanceOf(PrivateSocketMessage.Malformed.class, reader.read(message));
    }
}
