package dev.sextant.venues.kraken.trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkKrakenTransportTest {

    private static final KrakenRequest ORDER = KrakenRequest.post(
            new KrakenCall("AddOrder", new FormFields().with("pair", "XBTUSD"), 0),
            KrakenSignerTest.CREDENTIALS.apiKey(),
            KrakenSignerTest.CREDENTIALS.signer(),
            7);

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicInteger turns = new AtomicInteger();

    private TransportOutcome send(URI base, Duration patience) {
        try (JdkKrakenTransport transport = new JdkKrakenTransport(base, PATIENCE, patience)) {
            TransportOutcome outcome = transport.send(ORDER, turns::incrementAndGet);
            assertEquals(1, turns.get(), "the turn goes on, once");
            return outcome;
        }
    }

    private TransportOutcome against(Duration patience, RawServer.Act act, int requestsRead) throws Exception {
        try (RawServer server = new RawServer(act)) {
            TransportOutcome outcome = send(server.uri(), patience);
            assertEquals(requestsRead, server.read.size(), "sent so often");
            return outcome;
        }
    }

    @Test
    void aRefusedConnectionMeansNothingWasSent() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        assertInstanceOf(TransportOutcome.NotSent.class, send(nobody, PATIENCE));
    }

    @Test
    void aResetBeforeTheRequestWasReadIsNeverAnAnswer() throws Exception {
        switch (against(PATIENCE, (peer, server) -> RawServer.reset(peer), 0)) {
            case TransportOutcome.NotSent notSent ->
                assertTrue(notSent.reason().contains("no connection"), "it came while connecting: " + notSent);
            case TransportOutcome.Lost _ -> {}
            case TransportOutcome.Answered answered -> fail(answered.toString());
        }
    }

    @Test
    void aResetAfterTheRequestLeavesItOpenAndNothingIsSentAgain() throws Exception {
        assertInstanceOf(
                TransportOutcome.Lost.class,
                against(
                        PATIENCE,
                        (peer, server) -> {
                            server.request(peer);
                            RawServer.reset(peer);
                        },
                        1));
    }

    @Test
    void anEndWithoutAnAnswerLeavesItOpen() throws Exception {
        assertInstanceOf(TransportOutcome.Lost.class, against(PATIENCE, (peer, server) -> server.request(peer), 1));
    }

    @Test
    void noAnswerEndsByItself() throws Exception {
        assertEquals(
                new TransportOutcome.Lost("no whole answer within 300 ms"),
                against(
                        SOON,
                        (peer, server) -> {
                            server.request(peer);
                            peer.getInputStream().readAllBytes();
                        },
                        1));
    }

    @Test
    void aBodyThatStallsEndsByItself() throws Exception {
        assertInstanceOf(
                TransportOutcome.Lost.class,
                against(
                        SOON,
                        (peer, server) -> {
                            server.request(peer);
                            RawServer.send(peer, "200 OK", "Content-Length: 100\r\n", "{\"error\":");
                            peer.getInputStream().readAllBytes();
                        },
                        1));
    }

    @Test
    void aBodyCutShortIsNoAnswer() throws Exception {
        assertInstanceOf(
                TransportOutcome.Lost.class,
                against(
                        PATIENCE,
                        (peer, server) -> {
                            server.request(peer);
                            RawServer.send(peer, "200 OK", "Content-Length: 100\r\n", "{\"error\":[]");
                        },
                        1));
    }

    @Test
    void anAnswerWithoutEndIsNoAnswer() throws Exception {
        String much = "x".repeat(1 << 20);
        assertInstanceOf(
                TransportOutcome.Lost.class,
                against(
                        PATIENCE,
                        (peer, server) -> {
                            server.request(peer);
                            RawServer.send(peer, "200 OK", "Content-Length: 9000000\r\n", "");
                            for (int sent = 0; sent < 9; sent++) {
                                peer.getOutputStream().write(much.getBytes(StandardCharsets.US_ASCII));
                            }
                        },
                        1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "400 Bad Request", "429 Too Many Requests", "502 Bad Gateway", "520 Unknown"})
    void aWholeAnswerIsOneWhateverItSays(String status) throws Exception {
        assertEquals(
                new TransportOutcome.Answered(Integer.parseInt(status.substring(0, 3)), "{}"),
                against(
                        PATIENCE,
                        (peer, server) -> {
                            String whole = server.request(peer);
                            assertTrue(whole.endsWith("|nonce=7&pair=XBTUSD"), whole);
                            RawServer.answer(peer, status, "", "{}");
                        },
                        1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"302 Found", "307 Temporary Redirect"})
    void aRedirectIsNotFollowed(String status) throws Exception {
        try (RawServer elsewhere = new RawServer((peer, server) -> server.request(peer))) {
            TransportOutcome outcome = against(
                    PATIENCE,
                    (peer, server) -> {
                        server.request(peer);
                        RawServer.answer(peer, status, "Location: " + elsewhere.uri() + "/\r\n", "");
                    },
                    1);
            assertEquals(Integer.parseInt(status.substring(0, 3)), ((TransportOutcome.Answered) outcome).status());
            assertTrue(elsewhere.read.isEmpty());
        }
    }

    @Test
    void noncesArriveInTheirOrderFromManyThreads() throws Exception {
        int many = 40;
        try (RawServer server = new RawServer((peer, raw) -> {
                    while (!raw.request(peer).startsWith("null")) {
                        RawServer.answer(peer, "200 OK", "", "{}");
                    }
                });
                JdkKrakenTransport transport = new JdkKrakenTransport(server.uri(), PATIENCE, PATIENCE)) {
            AtomicInteger nonce = new AtomicInteger();
            SerialSender sender = new SerialSender(KrakenSignerTest.CREDENTIALS, nonce::incrementAndGet, transport);
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                threads.add(Thread.startVirtualThread(() -> {
                    await(start);
                    sender.send(new KrakenCall("Balance", new FormFields(), 1));
                }));
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            List<String> expected = new ArrayList<>();
            for (int i = 1; i <= many; i++) {
                expected.add("POST /0/private/Balance HTTP/1.1|nonce=" + i);
            }
            assertEquals(
                    expected,
                    server.read.stream().filter(line -> line.startsWith("POST")).toList());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.com", "ftp://127.0.0.1", "https://example.com/0", "https://a:b@example.com", "x"
            })
    void anAddressThatWouldShowTheKeyIsRefused(String base) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new JdkKrakenTransport(URI.create(base), PATIENCE, PATIENCE).close());
    }
}
