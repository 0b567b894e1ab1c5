package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sextant.domain.money.Quantity;
import dev.sextant.venues.http.Backoff;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenOrderTest {

    private static KrakenOrder named(String id) {
        KrakenOrder order = ScriptedKraken.ORDER;
        return new KrakenOrder(order.pair(), id, order.side(), order.quantity(), order.limit(), order.timeInForce());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b1-000123",
                "A",
                "123456789012345678",
                "2c6be801-1f53-4f79-a0bb-4ea1c95dfae9",
                "2c6be8011f534f79a0bb4ea1c95dfae9"
            })
    void theDocumentedFormsOfIdsAreTaken(String id) {
        assertEquals(id, named(id).clientOrderId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567890123456789", "a b", "é", "a\"b", "2c6be801-1f53-4f79-a0bb-4ea1c95dfae"})
    void otherIdsAreRefused(String id) {
        assertThrows(IllegalArgumentException.class, () -> named(id));
    }

    @Test
    void quantitiesListsAndTimesAreBounded() {
        KrakenOrder order = ScriptedKraken.ORDER;
        assertThrows(
                IllegalArgumentException.class,
                () -> new KrakenOrder(
                        order.pair(), "b1", order.side(), Quantity.ZERO, order.limit(), order.timeInForce()));
        assertThrows(IllegalArgumentException.class, () -> Calls.queryOrders(Collections.nCopies(51, "A-B-C")));
        assertThrows(IllegalArgumentException.class, () -> Calls.cancelByVenueId("A&B"));
        Backoff backoff = new Backoff(1, 1);
        assertThrows(IllegalArgumentException.class, () -> new KrakenTradeSettings(1_999, 1, backoff));
        assertThrows(IllegalArgumentException.class, () -> new KrakenTradeSettings(60_001, 1, backoff));
        assertThrows(IllegalArgumentException.class, () -> new KrakenTradeSettings(2_000, 0, backoff));
    }
}
