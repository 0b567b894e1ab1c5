package dev.sextant.ingest;

import dev.sextant.ingest.config.IngestConfig;
import dev.sextant.ingest.health.Health;
import dev.sextant.ingest.health.HealthServer;
import dev.sextant.ingest.health.Phase;
import dev.sextant.ingest.health.TopOfBooks;
import dev.sextant.ingest.venue.VenueDescription;
import dev.sextant.venues.http.HttpGet;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.http.VenueReadException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole ingest between a venue and the given ports: {@link #start}, then {@link #stop}, once. The health page is
 * there from the first moment; everything else follows when venue and database have answered.
 */
public final class IngestComposition {

    private static final Logger LOG = LoggerFactory.getLogger(IngestComposition.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long MAX_BODY_BYTES = 16L * 1024 * 1024;
    private static final long WATCH_EVERY_MS = 250;
    private static final long KEEP_EVERY_MS = 1_000;
    private static final long DRAIN_MS = 9_000;
    private static final long ABANDON_MS = 800;

    private final IngestConfig config;
    private final IngestPorts ports;
    private final Health health;
    private final TopOfBooks tops = new TopOfBooks();
    private final HttpClient http = JdkHttpGet.newClient(CONNECT_TIMEOUT);
    private final Thread worker = new Thread(this::work, "ingest");
    private @Nullable HealthServer page;
    private final String owner;
    private volatile boolean stopped;
    private volatile @Nullable Running running;
    private volatile @Nullable Throwable failure;

    public IngestComposition(IngestConfig config, IngestPorts ports) {
        this.config = config;
        this.ports = ports;
        this.owner = config.slot().orElseGet(IngestComposition::nameOfThisRun);
        this.health = new Health(config.symbols(), config.stallMs(), MonotonicClock.system());
    }

    /**
     * Opens the health page and begins.
     *
     * @throws IOException when the page's port is taken
     */
    public void start() throws IOException {
        page = HealthServer.start(new InetSocketAddress(config.healthHost(), config.healthPort()), health, tops);
        worker.start();
    }

    /** The port of the health page. */
    public int healthPort() {
        return page == null ? config.healthPort() : page.port();
    }

    /** Waits for the end; returns why it failed, or null after a {@link #stop}. */
    public @Nullable Throwable await() throws InterruptedException {
        worker.join();
        return failure;
    }

    /** Drains and ends, within ten seconds. */
    public void stop() throws InterruptedException {
        stopped = true;
        Running parts = running;
        if (parts == null) {
            worker.interrupt();
        } else {
            parts.hangUp();
        }
        worker.join(DRAIN_MS);
        if (worker.isAlive()) {
            worker.interrupt();
            worker.join(ABANDON_MS);
        }
        if (page != null) {
            page.close();
        }
        http.shutdownNow();
    }

    private void work() {
        try {
            boolean again = true;
            while (again && !stopped) {
                again = workUnderOneEpoch();
            }
        } catch (InterruptedException e) {
            LOG.info("stopped before it had begun");
        } catch (VenueReadException | RuntimeException e) {
            // Whatever it is, this run can't go on; the process ends with it and whoever supervises starts a new one.
            failure = e;
        }
    }

    /** Returns true when it ended because a younger ingest, which had taken over, is gone. */
    private boolean workUnderOneEpoch() throws VenueReadException, InterruptedException {
        health.enter(Phase.STARTING);
        try (Running parts = prepare()) {
            running = parts;
            AtomicBoolean superseded = new AtomicBoolean();
            List<Thread> beside = List.of(
                    every(WATCH_EVERY_MS, "watch", parts::checkSockets),
                    every(WATCH_EVERY_MS, "triangles", parts::checkTriangles),
                    every(WATCH_EVERY_MS, "keys", parts.privateFeeds::readKeys),
                    every(KEEP_EVERY_MS, "keeper", parts.housekeeping::step),
                    every(WATCH_EVERY_MS, "lease", () -> keepLease(parts, superseded)));
            try {
                if (!stopped) {
                    parts.loop.run();
                }
            } finally {
                beside.forEach(Thread::interrupt);
            }
            parts.housekeeping.end();
            return superseded.get();
        } finally {
            running = null;
        }
    }

    private static void keepLease(Running parts, AtomicBoolean superseded) {
        parts.lease.step();
        if (parts.lease.superseded() && superseded.compareAndSet(false, true)) {
            LOG.warn("a younger ingest was here and is gone; going on under a new epoch, so that consumers listen");
            parts.hangUp();
        }
    }

    private Running prepare() throws VenueReadException, InterruptedException {
        HttpGet get = new JdkHttpGet(http, MAX_BODY_BYTES);
        DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
        VenueReaders readers = VenueReaders.of(config, get, ports.requests(), random);
        StartFacts facts = StartFacts.gather(
                config.symbols(),
                readers.brisk(),
                new VenueDescription(get, config.endpoints().rest()),
                ports.leases(),
                owner,
                ports.resumePoint(),
                new Retrying(health, Sleeper.real(), random));
        LOG.info(
                "epoch {}, venue time {}, made-up inputs {}",
                facts.epoch(),
                facts.venueTimeMs(),
                facts.syntheticInputs());
        return new Running(config, ports, readers, facts, health, tops, http);
    }

    private static String nameOfThisRun() {
        return "ingest-" + ProcessHandle.current().pid() + "-"
                + Long.toHexString(ThreadLocalRandom.current().nextLong());
    }

    private static void quietly(String name, Step step) throws InterruptedException {
        try {
            step.run();
        } catch (RuntimeException e) {
            // A defect in one round must not end the watching: without it no lost connection would be noticed.
            LOG.error("{} failed and goes on", name, e);
        }
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private static Thread every(long periodMs, String name, Step step) {
        return Thread.ofVirtual().name(name).start(() -> {
            try {
                while (true) {
                    quietly(name, step);
                    Thread.sleep(periodMs);
                }
            } catch (InterruptedException e) {
                LOG.debug("{} ends", name);
            }
        });
    }
}
