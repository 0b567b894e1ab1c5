package dev.sextant.venues.kraken.trade.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketListener;
import dev.sextant.venues.kraken.trade.SocketToken;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The private connection's signs of life, told as stories. */
class KrakenStreamTest {

    private static final String HEARTBEAT = "{\"channel\":\"heartbeat\"}";
    private static final String NOTHING_OPEN =
            "{\"channel\":\"executions\",\"type\":\"snapshot\",\"data\":[],\"sequence\":1}";

    /** A connection that does what the test says. */
    private static final class Wire implements SocketConnection {
        private final SocketListener listener;
        private final List<String> sent = new ArrayList<>();
        private boolean aborted;

        Wire(SocketListener listener) {
            this.listener = listener;
        }

        @Override
        public void send(String text) {
            sent.add(text);
        }

        @Override
        public void abort() {
            aborted = true;
        }

        List<String> pings() {
            return sent.stream().filter(text -> text.contains("\"ping\"")).toList();
        }

        void pong() {
            String id = pings().getLast().replaceAll("\\D", "");
            listener.onText("{\"method\":\"pong\",\"req_id\":" + id
                    + ",\"time_in\":\"2026-01-01T00:00:00.000001Z\",\"time_out\":\"2026-01-01T00:00:00.000002Z\"}");
        }
    }

    private final List<Wire> wires = new ArrayList<>();
    private long nowMs = 1_000;
    private final KrakenStream stream = new KrakenStream(
            URI.create("ws://127.0.0.1/v2"),
            (address, listener) -> {
                wires.add(new Wire(listener));
                return wires.getLast();
            },
            () -> new SocketToken("token", 900),
            new Backoff(1_000, 30_000),
            () -> nowMs,
            () -> 0.5,
            () -> {});

    private Wire opened() {
        stream.check();
        Wire wire = wires.getLast();
        wire.listener.onOpen();
        wire.listener.onText(NOTHING_OPEN);
        assertTrue(stream.isLive());
        return wire;
    }

    /** Time goes on, with a heartbeat each second while the venue tells something. */
    private void pass(long ms, Wire wire, boolean tells) {
        for (long passed = 0; passed < ms; passed += 1_000) {
            nowMs += 1_000;
            if (tells && !wire.aborted) {
                wire.listener.onText(HEARTBEAT);
            }
            stream.check();
        }
    }

    @Test
    void anAnsweredPingEachTenSecondsKeepsTheConnection() {
        Wire wire = opened();
        pass(9_000, wire, true);
        assertEquals(List.of(), wire.pings());
        for (int ping = 1; ping <= 6; ping++) {
            pass(1_000, wire, true);
            assertEquals(ping, wire.pings().size());
            wire.pong();
            pass(9_000, wire, true);
        }
        assertTrue(stream.isLive());
        assertEquals(1, wires.size());
    }

    @Test
    void heartbeatsAreNoAnswerToAPing() {
        Wire wire = opened();
        pass(15_000, wire, true);
        assertEquals(1, wire.pings().size(), "one at a time");
        assertTrue(stream.isLive());
        pass(1_000, wire, true);
        assertTrue(wire.aborted);
        assertFalse(stream.isLive());
        pass(2_000, wire, true);
        assertEquals(2, wires.size());
        wires.getLast().listener.onOpen();
        wires.getLast().listener.onText(NOTHING_OPEN);
        pass(8_000, wires.getLast(), true);
        assertEquals(List.of(), wires.getLast().pings(), "the count begins anew");
        assertTrue(stream.isLive());
    }

    @Test
    void anAnsweredPingIsNoNewsOfExecutions() {
        Wire wire = opened();
        pass(10_000, wire, true);
        pass(4_000, wire, false);
        wire.pong();
        pass(1_000, wire, false);
        assertTrue(stream.isLive());
        pass(1_000, wire, false);
        assertTrue(wire.aborted, "it was silent for more than five seconds all the same");
    }

    @Test
    void thePongOfAnotherPingIsNoAnswer() {
        Wire wire = opened();
        pass(10_000, wire, true);
        wire.listener.onText("{\"method\":\"pong\",\"req_id\":999,\"time_in\":\"2026-01-01T00:00:00.000001Z\","
                + "\"time_out\":\"2026-01-01T00:00:00.000002Z\"}");
        pass(6_000, wire, true);
        assertTrue(wire.aborted);
    }

    @Test
    void aConnectionThatDoesNotOpenIsNotPinged() {
        stream.check();
        pass(10_000, wires.getLast(), false);
        assertEquals(List.of(), wires.getLast().sent);
        pass(1_000, wires.getLast(), false);
        assertTrue(wires.getLast().aborted);
    }

    @Test
    void bothSilentIsOneReconnect() {
        Wire wire = opened();
        pass(6_000, wire, false);
        assertTrue(wire.aborted);
        assertEquals(List.of(), wire.pings());
        assertEquals(1, wires.size());
        pass(3_000, wire, false);
        assertEquals(2, wires.size());
    }
}
