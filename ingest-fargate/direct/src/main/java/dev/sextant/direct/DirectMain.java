package dev.sextant.direct;

import dev.sextant.direct.exam.Answer;
import dev.sextant.direct.exam.Clocks;
import dev.sextant.direct.exam.KrakenExam;
import dev.sextant.direct.exam.Subject;
import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.venue.VenueUnavailableException;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.opportunity.MeteredOpportunities;
import dev.sextant.ingest.opportunity.SqlOpportunities;
import dev.sextant.platform.orders.SqlNonces;
import dev.sextant.platform.process.StopSignals;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.telemetry.MetricLines;
import dev.sextant.venues.http.JdkHttpGet;
import dev.sextant.venues.http.JdkSocketConnector;
import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.kraken.trade.KrakenHost;
import dev.sextant.venues.kraken.trade.live.KrakenTrading;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program of the direct lane. All settings are environment variables. On AWS a task of its own runs it. */
public final class DirectMain {

    private static final Logger LOG = LoggerFactory.getLogger(DirectMain.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_CHARS = 16 * 1024 * 1024;
    private static final int NONCES_AT_ONCE = 100;
    private static final int FAILED = 1;
    private static final int WRONG_SETTINGS = 2;

    private DirectMain() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(System.getenv()));
    }

    /** Asks everything the doctor asks, at each start; a venue server on this machine is not asked. */
    private static boolean isFit(DirectSettings settings, NonceSource nonces) throws InterruptedException {
        if (KrakenHost.of(settings.addresses().rest()) == KrakenHost.LOOPBACK) {
            return true;
        }
        List<Answer> answers = KrakenExam.of(
                new Subject(
                        settings.addresses(),
                        settings.credentials(),
                        nonces,
                        Optional.empty(),
                        settings.tier(),
                        settings.watched().feed()),
                Clocks.system());
        answers.forEach(answer -> LOG.info("{} {}", answer.standing(), answer.inWords()));
        List<String> objections = answers.stream()
                .filter(answer -> !answer.passes())
                .map(Answer::inWords)
                .toList();
        if (!objections.isEmpty()) {
            LOG.error("the account is not traded with: {}", String.join("; ", objections));
        }
        return objections.isEmpty();
    }

    private static int run(Map<String, String> environment) throws InterruptedException {
        DirectSettings settings;
        try {
            settings = DirectSettings.from(environment);
        } catch (ConfigException | IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            return WRONG_SETTINGS;
        }
        CountDownLatch stop = new CountDownLatch(1);
        StopSignals.onStop(stop::countDown);
        HttpClient http = JdkHttpGet.newClient(PATIENCE);
        try (DataApi database = DataApi.fromEnvironment(environment)) {
            SqlClient sql = new SqlClient(database);
            MetricLines metrics = MetricLines.fromEnvironment(environment);
            Optional<String> otherMode =
                    LaneHealth.otherMode(sql, settings.lane().account(), settings.mode());
            if (otherMode.isPresent()) {
                LOG.error("{}", otherMode.get());
                return WRONG_SETTINGS;
            }
            try (LaneLease lease = LaneLease.of(sql, settings.lane().account(), LaneLease.freshOwner())) {
                // Before the key is used at all: another process's nonces would be refused after ours.
                return lease.await(stop) ? trade(settings, sql, lease, stop, http, metrics) : 0;
            }
        } catch (VenueUnavailableException e) {
            LOG.error("the venue can't be read: {}", e.getMessage());
            return FAILED;
        } finally {
            http.shutdownNow();
        }
    }

    /** Until told to stop, or until another process holds the lease: then this one ends, and whoever starts it anew waits. */
    private static int trade(
            DirectSettings settings,
            SqlClient sql,
            LaneLease lease,
            CountDownLatch stop,
            HttpClient http,
            MetricLines metrics)
            throws InterruptedException, VenueUnavailableException {
        AtomicBoolean lost = new AtomicBoolean();
        lease.start(() -> {
            lost.set(true);
            stop.countDown();
        });
        NonceSource nonces =
                lease.guarded(SqlNonces.inBlocks(sql, settings.credentials().apiKey(), NONCES_AT_ONCE));
        if (!isFit(settings, nonces)) {
            return FAILED;
        }
        LaneTime laneTime = new LaneTime();
        try (KrakenTrading trading = new KrakenTrading(
                        settings.addresses(),
                        settings.credentials(),
                        nonces,
                        settings.tier(),
                        System::currentTimeMillis,
                        System::nanoTime,
                        laneTime);
                DirectTask task = new DirectTask(
                        settings.watched(),
                        settings.lane(),
                        sql,
                        trading.venue(),
                        trading::fees,
                        new JdkSocketConnector(http, PATIENCE, MOST_CHARS),
                        MonotonicClock.system(),
                        System::currentTimeMillis,
                        laneTime,
                        lease,
                        new MeteredOpportunities(new SqlOpportunities(sql), metrics.of(MeteredOpportunities.SERVICE)));
                LaneHealth health = new LaneHealth(sql, settings.lane().account(), metrics.of("direct"))) {
            task.start();
            health.start();
            LOG.info("the direct lane of {} is up", settings.lane().account());
            stop.await();
        }
        return lost.get() ? FAILED : 0;
    }
}
