package dev.sextant.local.desk;

import dev.sextant.direct.DirectTask;
import dev.sextant.direct.LaneSettings;
import dev.sextant.direct.LaneTime;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.opportunity.WatchSettings;
import dev.sextant.local.settings.Key;
import dev.sextant.local.settings.Settings;
import dev.sextant.local.venue.faults.Faults;
import dev.sextant.local.venue.kraken.KrakenPrivateSide;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.Latency;
import dev.sextant.local.venue.kraken.account.AccountSetup;
import dev.sextant.local.venue.kraken.account.Fees;
import dev.sextant.local.venue.kraken.account.Right;
import dev.sextant.local.venue.kraken.rest.KrakenKey;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.reconciler.Reconciler;
import dev.sextant.reconciler.SpotReconcilers;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.kraken.trade.KrakenCredentials;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import dev.sextant.venues.kraken.trade.rate.Tier;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Triangles traded on paper at the Kraken on loopback: an account there with what the desk's books say, the direct lane
 * between both, and a reconciler of the two each minute. All at real time. The venue forgets its orders when the desk ends;
 * its balances begin with the desk's.
 */
final class Triangles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Triangles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long RECONCILE_SECONDS = 60;

    private static final int MOST_CHARS = 16 * 1024 * 1024;

    private final TriangleAccount account;
    private final Parts parts = new Parts();
    private final Reconciler reconciler;
    private final HttpClient http = JdkHttpGet.newClient(PATIENCE);
    private final ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("triangles").factory());

    private Triangles(
            TriangleAccount account,
            KrakenVenueServer server,
            WatchSettings watched,
            Settings settings,
            Storage storage,
            String secret)
            throws IOException, VenueUnavailableException, InterruptedException {
        this.account = account;
        KrakenKey key = new KrakenKey(
                "sextant-paper-kraken-key",
                Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)),
                Right.trading());
        Map<String, BigDecimal> balances = account.balances(storage.sql());
        KrakenPrivateSide side = parts.add(
                "account",
                new KrakenPrivateSide(
                        server,
                        new AccountSetup(dev.sextant.local.venue.kraken.account.Tier.PRO, fees(watched), balances),
                        List.of(key),
                        System::currentTimeMillis,
                        Faults.none(),
                        Latency.of(Duration.ofMillis(settings.number(Key.VENUE_LATENCY_MS)))));
        LaneTime laneTime = new LaneTime();
        SqlClient placer = storage.sqlAs("placer");
        KrakenTrading trading = parts.add(
                "trading",
                new KrakenTrading(
                        new KrakenTrading.Addresses(side.rest(), side.socket()),
                        new KrakenCredentials(key.key(), key.secret()),
                        SqlNonces.inBlocks(placer, key.key(), 100),
                        Tier.PRO,
                        System::currentTimeMillis,
                        System::nanoTime,
                        laneTime));
        this.reconciler = SpotReconcilers.of(storage.sqlAs("reconciler"), trading.venue());
        quietly(this::reconcile);
        parts.add(
                "direct lane",
                new DirectTask(
                                watched,
                                new LaneSettings(
                                        account.name(),
                                        TriangleAccount.CURRENCY,
                                        TriangleAccount.STRATEGY,
                                        TriangleAccount.VERSION,
                                        watched.limits().staleMs(),
                                        2_000),
                                placer,
                                trading.venue(),
                                new JdkSocketConnector(http, PATIENCE, MOST_CHARS),
                                System::currentTimeMillis,
                                laneTime)
                        .start());
        var _ = beside.scheduleWithFixedDelay(
                () -> quietly(this::reconcile), RECONCILE_SECONDS, RECONCILE_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins where triangles are traded; empty where they are not. */
    static Optional<Triangles> start(
            KrakenSide kraken, DeskAccount beside, Settings settings, Storage storage, StateFolder state)
            throws InterruptedException {
        Optional<KrakenVenueServer> venue = kraken.tradedVenue();
        if (venue.isEmpty()) {
            return Optional.empty();
        }
        TriangleAccount account = TriangleAccount.beside(beside);
        account.ensure(storage.sql(), System.currentTimeMillis(), settings);
        try {
            return Optional.of(new Triangles(
                    account, venue.get(), kraken.watched(), settings, storage, state.secret("kraken-secret")));
        } catch (IOException | VenueUnavailableException e) {
            throw new DeskException("triangles can't be traded: " + e.getMessage(), e);
        }
    }

    private static Fees fees(WatchSettings watched) {
        BigDecimal bps = BigDecimal.valueOf(watched.feed().feePpm(), 2);
        return new Fees(bps, bps);
    }

    private void reconcile() {
        reconciler.run(account.name(), System.currentTimeMillis());
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
