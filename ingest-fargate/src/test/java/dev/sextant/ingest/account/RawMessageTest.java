package dev.sextant.ingest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.sextant.domain.event.PrivateEvent;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawMessageTest {

    @Test
    void aMessageTravelsAsItCame() {
        String text = "{\"e\":\"ORDER_TRADE_UPDATE\", \"E\":5, \"o\":{\"z\":\"0.10\"}}";
        assertEquals(Optional.of(new RawMessage(5, text)), RawMessage.of(text));
    }

    @Test
    void theKeyOfTheStreamDoesNotTravel() {
        String key = "WsCMN0a4KHUPTQuX6IUnqEZfB1inxmv1";
        RawMessage message = RawMessage.of("{\"e\":\"listenKeyExpired\",\"E\":5,\"listenKey\":\"" + key + "\"}")
                .orElseThrow();
        assertFalse(message.payload().contains(key));
        assertEquals(
                "{\"e\":\"listenKeyExpired\",\"E\":5,\"listenKey\":\"" + PrivateEvent.fingerprint(key) + "\"}",
                message.payload());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"E\":\"5\"}", "{\"E\":1e99}", "{\"E\":5", "hello"})
    void whatIsNoMessageIsDropped(String text) {
        assertEquals(Optional.empty(), RawMessage.of(text));
    }
}
