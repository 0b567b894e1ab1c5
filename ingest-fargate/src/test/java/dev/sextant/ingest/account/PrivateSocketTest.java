package dev.sextant.ingest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.event.Account;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketListener;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivateSocketTest {

    private static final Account PAPER = new Account("paper-main");
    private static final PrivateSettings LIMITS = PrivateSettings.standard();

    /** A connection that does what the test says. */
    private static final class Wire implements SocketConnection {
        private final URI uri;
        private final SocketListener listener;
        private int pings;
        private boolean aborted;

        Wire(URI uri, SocketListener listener) {
            this.uri = uri;
            this.listener = listener;
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public void abort() {
            aborted = true;
        }
    }

    private final List<Wire> wires = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private long nowMs = 1_000;
    private Optional<String> key = Optional.of("key-1");

    private final PrivateSocket socket = new PrivateSocket(
            PAPER,
            "ws://venue/private/ws/",
            (uri, listener) -> {
                wires.add(new Wire(uri, listener));
                return wires.getLast();
            },
            new PrivateListener() {
                @Override
                public void onAlive(Account account) {
                    heard.add("alive");
                }

                @Override
                public void onMessage(Account account, String text) {
                    heard.add(text);
                }

                @Override
                public void onLost(Account account, String reason) {
                    heard.add("lost: " + reason);
                }
            },
            LIMITS,
            () -> nowMs,
            () -> 0.99);

    private void after(long ms) {
        nowMs += ms;
        socket.check(key);
    }

    @Test
    void nothingIsOpenedWithoutAKey() {
        key = Optional.empty();
        after(0);
        assertEquals(0, wires.size());
        key = Optional.of("key-1");
        after(250);
        assertEquals(URI.create("ws://venue/private/ws/key-1"), wires.getFirst().uri);
    }

    @Test
    void aQuietStreamIsPingedAndASilentOneGivenUpThoughItIsConnected() {
        after(0);
        wires.getFirst().listener.onOpen();
        for (int i = 0; i < 12; i++) {
            after(5_000);
            wires.getFirst().listener.onPong();
        }
        assertEquals(12, wires.getFirst().pings);
        assertFalse(wires.getFirst().aborted);
        after(LIMITS.silenceMs() + 1);
        assertTrue(wires.getFirst().aborted);
        assertEquals("lost: no sign of life for 20001 ms, though connected", heard.getLast());
        after(500);
        assertEquals(2, wires.size());
    }

    @Test
    void anOldConnectionGoesOnlyAfterAYoungerOneIsOpen() {
        after(0);
        wires.getFirst().listener.onOpen();
        while (wires.size() == 1) {
            after(10_000);
            wires.forEach(wire -> wire.listener.onPong());
        }
        assertTrue(nowMs <= LIMITS.rotateAfterMs(), "before the venue ends it");
        assertFalse(wires.getFirst().aborted, "the younger one is not open yet");
        wires.getLast().listener.onOpen();
        after(250);
        wires.forEach(wire -> wire.listener.onText("told twice"));
        assertEquals(2, heard.stream().filter("told twice"::equals).count());
        after(LIMITS.overlapMs());
        assertTrue(wires.getFirst().aborted);
        assertFalse(wires.getLast().aborted);
        assertTrue(heard.stream().noneMatch(news -> news.startsWith("lost")), heard::toString);
    }

    @Test
    void aNewKeyIsListenedToBeforeTheOldOneIsLeft() {
        after(0);
        wires.getFirst().listener.onOpen();
        key = Optional.of("key-2");
        after(250);
        assertEquals(URI.create("ws://venue/private/ws/key-2"), wires.getLast().uri);
        wires.getFirst().listener.onClosed("listen key closed");
        wires.getLast().listener.onOpen();
        after(250);
        assertEquals(2, wires.size());
        assertTrue(heard.stream().noneMatch(news -> news.startsWith("lost")), heard::toString);
    }

    @Test
    void reconnectsAreSpacedAndTheKeyIsInNoMessage() {
        for (int attempt = 0; attempt < 3; attempt++) {
            while (wires.size() == attempt) {
                after(250);
            }
            wires.getLast().listener.onClosed("cannot connect to ws://venue/private/ws/key-1");
            after(0);
        }
        assertTrue(heard.stream().noneMatch(news -> news.contains("key-1")), heard::toString);
        long beforeMs = nowMs;
        while (wires.size() == 3) {
            after(250);
        }
        assertTrue(nowMs - beforeMs >= 1_000, "waited " + (nowMs - beforeMs) + " ms");
    }
}
