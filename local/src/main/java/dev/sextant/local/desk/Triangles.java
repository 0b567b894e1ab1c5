package dev.sextant.local.desk;

import dev.sextant.direct.DirectTask;
import dev.sextant.direct.LaneLease;
import dev.sextant.domain.plan.CyclePlan.Lane;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.planning.PlanSettings;
import dev.sextant.reconciler.SpotFees;
import dev.sextant.reconciler.SpotReconcilers;
import dev.sextant.reconciler.SpotReconciliation;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on beside the desk while triangles are traded on paper: the direct lane where that is theirs, and a reconciler of
 * their account each minute. All at real time.
 */
final class Triangles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Triangles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RECONCILE_SECONDS = 60;
    private static final long FEES_SECONDS = 10;
    private static final long GOOD_FOR_MS = 2_000;
    private static final int MOST_CHARS = 16 * 1024 * 1024;

    private final TriangleVenue venue;
    private final Parts parts = new Parts();
    private final SpotReconciliation reconciler;
    private final SpotFees fees;
    private final HttpClient http = JdkHttpGet.newClient(PATIENCE);
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("triangles").factory());

    private Triangles(TriangleVenue venue, Storage storage) {
        this.venue = venue;
        this.reconciler =
                SpotReconcilers.of(storage.sqlAs("reconciler"), venue.trading().venue());
        this.fees = new SpotFees(storage.sqlAs("reconciler"), venue.trading()::fees);
    }

    static Triangles start(TriangleVenue venue, WatchSettings watched, Storage storage) {
        Triangles triangles = new Triangles(venue, storage);
        quietly(triangles::reconcile);
        if (venue.lane() == Lane.DIRECT) {
            triangles.startDirectLane(watched);
        } else {
            var _ = triangles.beside.scheduleWithFixedDelay(
                    () -> quietly(triangles::readFees), 0, FEES_SECONDS, TimeUnit.SECONDS);
        }
        var _ = triangles.beside.scheduleWithFixedDelay(
                () -> quietly(triangles::reconcile), RECONCILE_SECONDS, RECONCILE_SECONDS, TimeUnit.SECONDS);
        triangles.parts.add(
                "triangles on demand",
                new OnDemand(storage.sqlAs("reconciler"), venue.account().name(), triangles::reconcile).start());
        return triangles;
    }

    private void startDirectLane(WatchSettings watched) {
        // One desk has the state folder: its next run need not wait.
        LaneLease lease = LaneLease.of(venue.sql(), venue.account().name(), "desk");
        parts.add("direct lease", lease.start(() -> {}));
        parts.add(
                "direct lane",
                new DirectTask(
                                watched,
                                new PlanSettings(
                                        venue.account().name(),
                                        TriangleAccount.CURRENCY,
                                        PlanSettings.STRATEGY,
                                        PlanSettings.VERSION,
                                        Lane.DIRECT,
                                        watched.limits().staleMs(),
                                        GOOD_FOR_MS),
                                venue.sql(),
                                venue.trading().venue(),
                                venue.trading()::fees,
                                new JdkSocketConnector(http, PATIENCE, MOST_CHARS),
                                MonotonicClock.system(),
                                System::currentTimeMillis,
                                venue.laneTime(),
                                lease)
                        .start());
    }

    /** Each minute, and when somebody has asked. */
    private synchronized void reconcile() {
        reconciler.run(venue.account().name(), System.currentTimeMillis());
    }

    /** The direct lane asks for them itself. */
    private void readFees() {
        fees.run(venue.account().name(), System.currentTimeMillis());
    }

    private static void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            // The next round looks again; the guard stops plans when the venue stays away.
            LOG.error("a round beside the triangles failed and goes on", e);
        }
    }

    @Override
    public void close() {
        beside.shutdownNow();
        parts.close();
        http.shutdownNow();
    }
}
