package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.FrameFault;
import dev.sextant.local.venue.faults.ObservedFrame;
import dev.sextant.local.venue.faults.ObservedRequest;
import dev.sextant.local.venue.faults.RequestFault;
import dev.sextant.venues.sim.order.OrderView;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault, as a client meets it. */
class FaultsTest {

    private static final String ENTRY = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.010&newClientOrderId=entry";
    private static final String UNKNOWN =
            "{\"code\":-1000,\"msg\":\"Unknown error, please check your request or try again later.\"}";

    @TempDir
    private Path folder;

    private Floor floor(Faults faults) throws IOException, InterruptedException {
        return Floor.open(folder, config -> config.withFaults(faults));
    }

    private static Faults onPlacing(RequestFault fault) {
        return new Faults() {
            @Override
            public RequestFault onRequest(ObservedRequest request) {
                return request.is("POST", "/fapi/v1/order") ? fault : new RequestFault.None();
            }
        };
    }

    private static String status(Floor floor) throws Exception {
        JsonNode order = floor.rest
                .signed("GET", "/fapi/v1/order", "symbol=BTCUSDT&origClientOrderId=entry")
                .json();
        return order.has("status")
                ? order.get("status").asText()
                : order.get("code").asText();
    }

    @Test
    void lostReplyLeavesAFilledOrder() throws Exception {
        try (Floor floor = floor(onPlacing(new RequestFault.DropReply()))) {
            assertThrows(IOException.class, () -> floor.rest.signed("POST", "/fapi/v1/order", ENTRY));
            assertEquals("FILLED", status(floor));
        }
    }

    @Test
    void lostRequestLeavesNothing() throws Exception {
        try (Floor floor = floor(onPlacing(new RequestFault.DropRequest()))) {
            assertThrows(IOException.class, () -> floor.rest.signed("POST", "/fapi/v1/order", ENTRY));
            assertEquals("-2013", status(floor));
        }
    }

    @Test
    void unknownErrorAfterTheOrderWasAccepted() throws Exception {
        try (Floor floor = floor(onPlacing(new RequestFault.AnswerInstead(503, UNKNOWN)))) {
            RestClient.Reply reply = floor.rest.signed("POST", "/fapi/v1/order", ENTRY);
            assertEquals("503 -1000", reply.status() + " " + reply.code());
            assertEquals("FILLED", status(floor));
        }
    }

    @Test
    void refusalWithoutEffect() throws Exception {
        try (Floor floor = floor(onPlacing(new RequestFault.Refuse(503, "{\"msg\":\"Service Unavailable.\"}")))) {
            assertEquals(503, floor.rest.signed("POST", "/fapi/v1/order", ENTRY).status());
            assertEquals("-2013", status(floor));
        }
    }

    @Test
    void delayedAnswerComesLate() throws Exception {
        Duration after = Duration.ofMillis(120);
        try (Floor floor = floor(onPlacing(new RequestFault.Delay(Duration.ZERO, after)))) {
            long startNanos = System.nanoTime();
            assertEquals(200, floor.rest.signed("POST", "/fapi/v1/order", ENTRY).status());
            assertTrue(System.nanoTime() - startNanos >= after.toNanos());
        }
    }

    @Test
    void hiddenOrderIsFoundAtTheSecondQuery() throws Exception {
        AtomicInteger queries = new AtomicInteger();
        Faults lagging = new Faults() {
            @Override
            public boolean isHidden(OrderView order, long ageMs) {
                return queries.incrementAndGet() == 1;
            }
        };
        try (Floor floor = floor(lagging)) {
            floor.rest.signed("POST", "/fapi/v1/order", ENTRY);
            assertEquals("-2013", status(floor));
            assertEquals("FILLED", status(floor));
        }
    }

    @Test
    void skippedAggTradesAreAGapThatRestCanFill() throws Exception {
        try (Floor floor = floor(onTrades(FrameFault.DROP, 3))) {
            StreamClient client = floor.listen();
            floor.awaitFinished();
            client.awaitFrame("\"a\":504");
            assertEquals(List.of(500L, 501L, 502L, 504L), ids(client).subList(0, 4));
            JsonNode missing = floor.rest
                    .get("/fapi/v1/aggTrades?symbol=BTCUSDT&fromId=503&limit=1")
                    .json();
            assertEquals(503, missing.get(0).get("a").asLong());
        }
    }

    @Test
    void duplicatedFramesComeTwice() throws Exception {
        try (Floor floor = floor(onTrades(FrameFault.DUPLICATE, 1))) {
            StreamClient client = floor.listen();
            floor.awaitFinished();
            client.awaitFrame("\"a\":502");
            assertEquals(List.of(500L, 501L, 501L, 502L), ids(client).subList(0, 4));
        }
    }

    @Test
    void stalledStreamIsSilentWhileTheOthersGoOn() throws Exception {
        try (Floor floor = floor(onTrades(FrameFault.STALL, 2))) {
            StreamClient client = floor.listen();
            floor.awaitFinished();
            client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":5}").awaitFrame("\"id\":5");
            assertEquals(List.of(500L, 501L), ids(client));
            assertEquals(4, client.events("markPriceUpdate").size());
            assertFalse(client.closed.isDone());
        }
    }

    @Test
    void cutConnectionEndsWithoutAHandshake() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        Faults cutInTheSecondSecond = new Faults() {
            @Override
            public FrameFault onFrame(ObservedFrame frame) {
                return frame.eventTimeMs() > Floor.FIRST_MS + 1_000 ? FrameFault.CUT : FrameFault.NONE;
            }
        };
        try (Floor floor = Floor.open(
                        folder,
                        config -> config.withFaults(cutInTheSecondSecond).withPacer(pacer));
                BareSocket client = BareSocket.open(floor.server, Floor.TRADES_AND_MARKS)) {
            pacer.awaitStop();
            pacer.releaseAll();
            assertFalse(client.saysGoodbye());
            floor.awaitFinished();
        }
    }

    private static List<Long> ids(StreamClient client) {
        return client.events("aggTrade").stream().map(e -> e.get("a").asLong()).toList();
    }

    private static Faults onTrades(FrameFault fault, int index) {
        AtomicInteger seen = new AtomicInteger();
        return new Faults() {
            @Override
            public FrameFault onFrame(ObservedFrame frame) {
                boolean hit = frame.stream().endsWith("@aggTrade") && seen.getAndIncrement() == index;
                return hit ? fault : FrameFault.NONE;
            }
        };
    }
}
