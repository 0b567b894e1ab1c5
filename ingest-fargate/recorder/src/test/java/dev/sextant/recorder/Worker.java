package dev.sextant.recorder;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.http.MonotonicClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A worker as the program has one, with a recorder that only notes what it has stored. */
final class Worker {

    private static final int PATIENCE_S = 90;

    private final BlockingQueue<String> stored = new LinkedBlockingQueue<>();
    private final Stop stop = new Stop();
    private final StreamReading reading;
    private final Thread thread;

    /** @param script what its recorder answers first */
    Worker(String name, KclClients clients, ScriptedHandler script) {
        BatchHandler recorder = batch -> {
            BatchResult result = script.handle(batch);
            batch.forEach(record -> stored.add(new String(record.data(), StandardCharsets.UTF_8)));
            return result;
        };
        this.reading = new StreamReading(
                Surroundings.STREAM,
                Surroundings.NAME,
                name,
                clients,
                () -> new ShardProcessor(recorder, Metrics.NONE, stop, MonotonicClock.system()));
        this.thread = Thread.ofPlatform().daemon().name(name).start(reading::run);
    }

    /** The next so many records that it stores. */
    List<String> next(int count) throws InterruptedException {
        List<String> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(Objects.requireNonNull(
                    stored.poll(PATIENCE_S, TimeUnit.SECONDS), "only " + next + " came within " + PATIENCE_S + " s"));
        }
        return next;
    }

    boolean hasStoredMore() {
        return !stored.isEmpty();
    }

    /** Stops it as SIGTERM does; answers how long that took. */
    long stopMs() throws InterruptedException {
        long startedMs = MonotonicClock.system().nowMs();
        stop.ask();
        assertTrue(reading.stop(Duration.ofSeconds(20)));
        thread.join(Duration.ofSeconds(10));
        return MonotonicClock.system().nowMs() - startedMs;
    }
}
