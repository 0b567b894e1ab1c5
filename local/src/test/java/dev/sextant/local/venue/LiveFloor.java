package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sextant.domain.market.Symbol;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.faults.FrameFault;
import dev.sextant.local.venue.faults.ObservedFrame;
import dev.sextant.local.venue.live.LiveVenue;
import dev.sextant.local.venue.live.LiveVenueConfig;
import dev.sextant.local.venue.play.PlayState;
import dev.sextant.venues.binance.market.BinanceEndpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A venue that plays a small capture in real time stands in for the exchange; paper venues trade on its market. */
final class LiveFloor implements AutoCloseable {

    private static final long FIRST_MS = 1_700_000_000_250L;
    private static final int SECONDS = 120;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(15);
    private static final String DEPTH = "/fapi/v1/depth?symbol=BTCUSDT&limit=20";

    private static final String TICKER = "/fapi/v1/ticker/bookTicker?symbol=BTCUSDT";

    final VenueServer exchange;
    final RestClient exchangeRest;
    /** How many more frames of the book are answered by cutting the connection. */
    final AtomicInteger cuts = new AtomicInteger();

    private final Path folder;

    LiveFloor(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path file = folder.resolve("exchange.txt");
        TinyCapture.write(file, FIRST_MS, SECONDS, 60_000);
        exchange = VenueServer.start(VenueServerConfig.of(file, RestClient.KEY).withFaults(new Faults() {
            @Override
            public FrameFault onFrame(ObservedFrame frame) {
                boolean cut =
                        frame.stream().endsWith("@depth@100ms") && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                return cut ? FrameFault.CUT : FrameFault.NONE;
            }
        }));
        exchangeRest = new RestClient(exchange);
    }

    LiveVenue open(long staleAfterMs) throws IOException, InterruptedException {
        BinanceEndpoints endpoints = BinanceEndpoints.of(exchange.httpUri(), exchange.wsUri());
        return LiveVenue.start(
                LiveVenueConfig.of(endpoints, new Symbol("BTCUSDT"), RestClient.KEY, folder.resolve("account.json"))
                        .withStaleAfterMs(staleAfterMs));
    }

    /**
     * Stops the exchange's market at a moment when the stream has told all of its book, and demands that the paper venue
     * has the same one. Changes are told each tenth of a second, and best prices before them, so most moments
     * won't do.
     */
    void standWith(RestClient paper) throws Exception {
        await(() -> {
            stand();
            JsonNode theirs = exchangeRest.get(DEPTH).json();
            for (int look = 0; look < 4; look++) {
                JsonNode ours = paper.get(DEPTH).json();
                JsonNode newest = theirs.get("lastUpdateId");
                if (newest.equals(ours.get("lastUpdateId"))
                        && newest.equals(exchangeRest.get(TICKER).json().get("lastUpdateId"))) {
                    assertEquals(theirs.get("bids"), ours.get("bids"));
                    assertEquals(theirs.get("asks"), ours.get("asks"));
                    return true;
                }
                LockSupport.parkNanos(STEP_NANOS);
            }
            exchange.resume();
            return false;
        });
    }

    /** Stops the exchange's market; nothing more happens in it when this returns. */
    void stand() throws Exception {
        exchange.pause();
        await(() -> exchange.state() == PlayState.PAUSED);
    }

    /** Waits for something that happens on another thread. */
    static void await(Callable<Boolean> condition) throws Exception {
        long startNanos = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - startNanos > PATIENCE_NANOS) {
                throw new AssertionError("waited in vain");
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
