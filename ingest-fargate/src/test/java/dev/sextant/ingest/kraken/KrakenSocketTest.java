package dev.sextant.ingest.kraken;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.OpportunitySinks;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.venues.http.Backoff;
import dev.sextant.venues.http.SocketConnection;
import dev.sextant.venues.http.SocketListener;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The feed's time beside a wall's clock that is set. */
class KrakenSocketTest {

    private static final long START_MS = 1_767_225_600_000L;
    private static final String HEARTBEAT = "{\"channel\":\"heartbeat\"}";

    private long clockMs = 70_000;
    private long wallMs = START_MS;
    private final Heard heard = new Heard();
    private final List<SocketListener> links = new ArrayList<>();
    private final KrakenSocket socket = new KrakenSocket(
            URI.create("ws://localhost:1"),
            (address, listener) -> open(listener),
            new KrakenFeed(new FeedSettings(10, List.of("USD"), Set.of(), 3, 0), heard, () -> 0.5),
            new Backoff(1_000, 30_000),
            () -> clockMs,
            () -> wallMs,
            () -> 0.5);

    private SocketConnection open(SocketListener listener) {
        links.add(listener);
        return () -> {};
    }

    private static final class Heard implements FeedSink {
        private final List<Long> times = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        @Override
        public CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths) {
            return new CycleDetector(
                    graph, cycles, depths, new DetectorLimits(0, 1, 1, 1), new OpportunitySinks(List.of()));
        }

        @Override
        public void heard(long nowMs) {
            times.add(nowMs - START_MS);
        }

        @Override
        public void before(long nowMs) {}

        @Override
        public void applied(int market, long nowMs, ScannedBook message) {}

        @Override
        public void note(long nowMs, String text) {
            notes.add(nowMs - START_MS + " " + text);
        }
    }

    @Test
    void timeGoesOnByTheMonotonicClockThoughTheWallsIsSlowed() {
        connect();
        pass(1_000, 700);
        links.getFirst().onText(HEARTBEAT);
        pass(5_000, 5_000);
        socket.check();
        assertEquals(List.of(), heard.notes);
        pass(1, 0);
        socket.check();
        assertEquals(List.of(1_000L), heard.times);
        assertEquals(List.of("6001 connection lost: nothing was heard for 5001 ms"), heard.notes);
    }

    @Test
    void aClockThatIsSetBackHidesNoSilenceAndMeansAnotherConnectionWithTheNewTime() {
        connect();
        pass(1_000, 1_000);
        links.getFirst().onText(HEARTBEAT);
        pass(250, 250 - 10_000);
        socket.check();
        assertEquals(
                List.of("1250 connection lost: the clock was set by -10000 ms, or the machine has slept"), heard.notes);
        pass(500, 500);
        socket.check();
        links.getLast().onOpen();
        links.getLast().onText(HEARTBEAT);
        assertEquals(2, links.size());
        assertEquals(List.of(1_000L, 1_750L - 10_000), heard.times);
    }

    @Test
    void whatComesAfterTheMachineHasSleptIsNotTakenForNews() {
        connect();
        pass(10, 60_000);
        links.getFirst().onText(HEARTBEAT);
        assertEquals(List.of(), heard.times);
        assertEquals(
                List.of("10 connection lost: the clock was set by 59990 ms, or the machine has slept"), heard.notes);
    }

    private void connect() {
        socket.check();
        links.getFirst().onOpen();
    }

    private void pass(long ms, long onTheWallMs) {
        clockMs += ms;
        wallMs += onTheWallMs;
    }
}
