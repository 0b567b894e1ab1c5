package dev.sextant.local.venue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.local.venue.play.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** A running venue over a small capture, with clients at hand. The market starts when {@link #listen} is called. */
final class Floor implements AutoCloseable {

    static final String TRADES_AND_MARKS = "/market/stream?streams=btcusdt@aggTrade/btcusdt@markPrice@1s";
    static final long FIRST_MS = 1_700_000_000_250L;
    static final int SECONDS = 4;

    final TinyCapture capture;
    final VenueServer server;
    final RestClient rest;
    private final CountDownLatch finished = new CountDownLatch(1);

    private Floor(Path folder, long firstMs, int price, UnaryOperator<VenueServerConfig> changes)
            throws IOException, InterruptedException {
        Path file = folder.resolve("tiny.txt");
        capture = TinyCapture.write(file, firstMs, SECONDS, price);
        VenueServerConfig config =
                VenueServerConfig.of(file, RestClient.KEY).withSpeed(Speed.MAX).withOnFinished(finished::countDown);
        server = VenueServer.start(changes.apply(config));
        rest = new RestClient(server);
    }

    static Floor open(Path folder) throws IOException, InterruptedException {
        return open(folder, config -> config);
    }

    static Floor open(Path folder, UnaryOperator<VenueServerConfig> changes) throws IOException, InterruptedException {
        return new Floor(folder, FIRST_MS, 60_000, changes);
    }

    static Floor open(Path folder, long firstMs, int price, UnaryOperator<VenueServerConfig> changes)
            throws IOException, InterruptedException {
        return new Floor(folder, firstMs, price, changes);
    }

    StreamClient listen() {
        return StreamClient.open(server, TRADES_AND_MARKS);
    }

    void awaitFinished() throws InterruptedException {
        assertTrue(finished.await(20, TimeUnit.SECONDS), "the capture wasn't played to its end");
    }

    @Override
    public void close() {
        server.close();
    }
}
