package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.stream.ConnectionRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The life of listen keys and the two forms of the private route. */
class ListenKeyTest extends StandingMarket {

    @Test
    void listenKeysAreOnePerAccountAndEndWhenDeleted() throws Exception {
        JsonNode first = listenKey("POST").json();
        assertEquals(first, listenKey("POST").json());
        assertEquals(first, listenKey("PUT").json());
        StreamClient user = userStream();
        assertEquals("{}", listenKey("DELETE").json().toString());
        assertEquals(1001, user.closeCode());
        assertEquals(-1125, listenKey("PUT").code());
        assertTrue(!first.equals(listenKey("POST").json()));
    }

    @Test
    void anExpiredListenKeySaysFarewell() throws Exception {
        Path other = Files.createDirectory(folder.resolve("short"));
        ConnectionRules rules = ConnectionRules.live().withListenKeyValidity(Duration.ofMillis(300));
        try (Floor shortLived = Floor.open(other, config -> config.withConnections(rules))) {
            String key = shortLived
                    .rest
                    .send("POST", "/fapi/v1/listenKey", "", RestClient.KEY.key())
                    .json()
                    .get("listenKey")
                    .asText();
            StreamClient user = StreamClient.open(shortLived.server, "/private/ws?listenKey=" + key);
            user.awaitFrame("\"e\":\"listenKeyExpired\"");
            assertEquals(1001, user.closeCode());
        }
    }

    @Test
    void theEventsFilterIsAnAllowList() throws Exception {
        String key = listenKey("POST").json().get("listenKey").asText();
        StreamClient orders = StreamClient.listening(
                floor.server, "/private/ws?listenKey=" + key + "&events=ORDER_TRADE_UPDATE/ALGO_UPDATE");
        StreamClient wrapped = StreamClient.listening(floor.server, "/private/stream?listenKey=" + key);
        ok("POST", "/fapi/v1/order", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010");
        wrapped.awaitFrame("ACCOUNT_UPDATE");
        orders.awaitFrame("\"X\":\"FILLED\"");
        assertTrue(wrapped.frames.getFirst().startsWith("{\"stream\":\"" + key + "\",\"data\":{\"e\":"));
        assertEquals(0, orders.events("ACCOUNT_UPDATE").size());
    }
}
