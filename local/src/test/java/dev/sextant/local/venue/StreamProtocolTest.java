package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.scenario.Scenario;
import dev.sextant.local.venue.stream.ConnectionRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Control messages, routes and connection rules of the WebSocket side. */
class StreamProtocolTest {

    @TempDir
    private Path folder;

    @Test
    void subscribingListingAndUnsubscribingAreAnsweredInOrder() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = StreamClient.open(floor.server, "/market/stream?streams=btcusdt@forceOrder");
            client.subscribe("btcusdt@aggTrade")
                    .say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}")
                    .say("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@aggTrade\"],\"id\":312}")
                    .say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":4}")
                    .say("{\"method\":\"GET_PROPERTY\",\"params\":[\"combined\"],\"id\":5}")
                    .awaitFrame("\"id\":5");

            assertEquals(
                    List.of(
                            "{\"result\":null,\"id\":1}",
                            "{\"result\":[\"btcusdt@forceOrder\",\"btcusdt@aggTrade\"],\"id\":3}",
                            "{\"result\":null,\"id\":312}",
                            "{\"result\":[\"btcusdt@forceOrder\"],\"id\":4}",
                            "{\"result\":true,\"id\":5}"),
                    client.frames);
        }
    }

    @Test
    void badControlMessagesGetNumberedErrors() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = StreamClient.open(floor.server, "/market/ws");
            client.say("{not json")
                    .say("{\"method\":\"FLY\",\"id\":1}")
                    .say("{\"method\":\"SUBSCRIBE\",\"params\":[\"a\"],\"id\":\"x\"}")
                    .say("{\"method\":\"SET_PROPERTY\",\"params\":[\"colour\",true],\"id\":2}")
                    .say("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",1],\"id\":3}")
                    .awaitFrame("\"id\":3");

            assertEquals(
                    List.of(3, 2, 2, 0, 1),
                    client.frames.stream()
                            .map(frame -> StreamClient.event(frame)
                                    .path("error")
                                    .path("code")
                                    .asInt(-1))
                            .toList());
        }
    }

    @Test
    void rawConnectionsGetBareEventsAndCanAskForWrappedOnes() throws Exception {
        SteppedPacer pacer = new SteppedPacer();
        try (Floor floor = Floor.open(folder, config -> config.withPacer(pacer))) {
            StreamClient raw = StreamClient.open(floor.server, "/market/ws/btcusdt@aggTrade/btcusdt@markPrice@1s");
            pacer.awaitStop();
            raw.awaitFrame("markPriceUpdate");
            assertTrue(raw.frames.stream().allMatch(frame -> frame.startsWith("{\"e\":")));

            raw.say("{\"method\":\"SET_PROPERTY\",\"params\":[\"combined\",true],\"id\":1}")
                    .awaitFrame("\"id\":1");
            pacer.releaseAll();
            raw.awaitFrame("{\"stream\":\"btcusdt@markPrice@1s\",\"data\":{\"e\":\"markPriceUpdate\"");
        }
    }

    @Scenario(cases = 18)
    @ParameterizedTest
    @CsvSource({
        "/market/ws, BTCUSDT@aggTrade",
        "/market/ws, btcusdt@bookTicker",
        "/market/ws, btcusdt@nonsense",
        "/market/ws, ethusdt@aggTrade",
        "/public/ws, btcusdt@aggTrade",
        "/ws, btcusdt@aggTrade"
    })
    void wrongCaseWrongRouteAndUnknownStreamsAreAcknowledgedAndSilent(String path, String stream) throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = StreamClient.open(floor.server, path);
            client.subscribe(stream).awaitFrame("\"id\":1");
            floor.listen();
            floor.awaitFinished();
            client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":2}").awaitFrame("\"id\":2");

            assertEquals(
                    List.of("{\"result\":null,\"id\":1}", "{\"result\":[\"" + stream + "\"],\"id\":2}"), client.frames);
        }
    }

    @Test
    void theOldUnroutedPathCarriesThePublicClassOnly() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client =
                    StreamClient.open(floor.server, "/stream?streams=btcusdt@bookTicker/btcusdt@aggTrade");
            floor.listen();
            floor.awaitFinished();
            client.awaitFrame("\"e\":\"bookTicker\"");

            assertTrue(client.events("aggTrade").isEmpty());
        }
    }

    @Test
    void unknownPathsAndForeignListenKeysAreTurnedAway() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            assertThrows(CompletionException.class, () -> StreamClient.open(floor.server, "/elsewhere/ws"));
            assertEquals(
                    1008,
                    StreamClient.open(floor.server, "/private/ws/nosuchkey").closeCode());
        }
    }

    @Test
    void moreThanTenMessagesInASecondCloseTheConnection() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = StreamClient.open(floor.server, "/market/ws");
            for (int i = 0; i < 11; i++) {
                client.say("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}");
            }
            assertEquals(1008, client.closeCode());
        }
    }

    @Test
    void oneSubscriptionTooManyClosesTheConnection() throws Exception {
        try (Floor floor = Floor.open(folder)) {
            StreamClient client = StreamClient.open(floor.server, "/market/ws");
            String names = IntStream.rangeClosed(0, 1_024)
                    .mapToObj(i -> "\"s" + i + "@aggTrade\"")
                    .collect(Collectors.joining(","));
            client.say("{\"method\":\"SUBSCRIBE\",\"params\":[" + names + "],\"id\":1}");
            assertEquals(1008, client.closeCode());
            assertEquals(List.of("{\"error\":{\"code\":4,\"msg\":\"Too many subscriptions\"}}"), client.frames);
        }
    }

    @Test
    void theServerPingsAndKeepsWhoAnswers() throws Exception {
        ConnectionRules rules = ConnectionRules.live().withPings(Duration.ofMillis(20), Duration.ofSeconds(30));
        try (Floor floor = Floor.open(folder, config -> config.withConnections(rules))) {
            StreamClient client = StreamClient.open(floor.server, "/market/ws");
            client.await(_ -> client.pings.get() >= 3);
        }
    }

    @Test
    void whoNeverAnswersPingsIsCut() throws Exception {
        ConnectionRules rules = ConnectionRules.live().withPings(Duration.ofHours(1), Duration.ofMillis(50));
        try (Floor floor =
                        Floor.open(folder, config -> config.withConnections(rules.withMaxAge(Duration.ofSeconds(1))));
                BareSocket client = BareSocket.open(floor.server, "/market/ws")) {
            assertFalse(client.saysGoodbye());
        }
    }

    @Test
    void aConnectionEndsWithItsLifeTime() throws Exception {
        ConnectionRules rules = ConnectionRules.live().withMaxAge(Duration.ofMillis(60));
        try (Floor floor = Floor.open(folder, config -> config.withConnections(rules))) {
            assertEquals(1001, StreamClient.open(floor.server, "/public/ws").closeCode());
        }
    }
}
