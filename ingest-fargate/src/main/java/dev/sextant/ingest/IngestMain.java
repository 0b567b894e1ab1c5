package dev.sextant.ingest;

import dev.sextant.domain.order.RequestLedger;
import dev.sextant.ingest.config.ConfigException;
import dev.sextant.ingest.config.Settings;
import dev.sextant.ingest.opportunity.LanePorts;
import dev.sextant.ingest.opportunity.MeteredOpportunities;
import dev.sextant.ingest.opportunity.SqlOpportunities;
import dev.sextant.ingest.sink.KinesisSinks;
import dev.sextant.ingest.store.MeteredStatusBoard;
import dev.sextant.ingest.store.SqlLeases;
import dev.sextant.ingest.store.SqlStore;
import dev.sextant.planning.PlanSettings;
import dev.sextant.platform.config.PlatformSettings;
import dev.sextant.platform.market.SqlInstruments;
import dev.sextant.platform.orders.SqlRequestLedger;
import dev.sextant.platform.orders.SqlTakerFees;
import dev.sextant.platform.process.StopSignals;
import dev.sextant.platform.sql.DataApi;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.stream.KinesisClients;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.StreamWriter;
import dev.sextant.platform.telemetry.MetricLines;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The program: the same on a laptop and in the container. All settings are environment variables. */
public final class IngestMain {

    private static final Logger LOG = LoggerFactory.getLogger(IngestMain.class);
    private static final int FAILED = 1;
    private static final int WRONG_SETTINGS = 2;

    private IngestMain() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(System.getenv()));
    }

    private static int run(Map<String, String> environment) throws InterruptedException {
        Settings settings;
        OptionalLong parent;
        try {
            settings = Settings.from(environment);
            parent = ParentWatch.pid(environment);
        } catch (ConfigException | IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            return WRONG_SETTINGS;
        }
        try (DataApi database = DataApi.fromEnvironment(environment);
                KinesisClient kinesis = KinesisClients.create()) {
            return run(
                    new IngestComposition(
                            settings.ingest(),
                            ports(
                                    settings.streams(),
                                    database,
                                    kinesis,
                                    MetricLines.fromEnvironment(environment),
                                    SqlRequestLedger.ofReaders(
                                            new SqlClient(database),
                                            settings.ingest().endpoints().rest(),
                                            environment))),
                    parent);
        } catch (IOException e) {
            LOG.error("the health page can't be opened: {}", e.getMessage());
            return FAILED;
        }
    }

    private static int run(IngestComposition ingest, OptionalLong parent) throws IOException, InterruptedException {
        ingest.start();
        StopSignals.onStop(() -> stop(ingest));
        parent.ifPresent(pid -> endWith(pid, ingest));
        Throwable failure = ingest.await();
        if (failure != null) {
            LOG.error("the ingest ended: {}", failure.getMessage(), failure);
        }
        return failure == null ? 0 : FAILED;
    }

    private static void endWith(long pid, IngestComposition ingest) {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            ParentWatch.ended(ProcessHandle.current().parent(), pid).join();
            LOG.warn("the desk that started this ingest has ended");
            stop(ingest);
        });
    }

    private static IngestPorts ports(
            PlatformSettings names,
            DataApi database,
            KinesisClient kinesis,
            MetricLines metrics,
            RequestLedger requests) {
        SqlStore store = new SqlStore(new SqlClient(database));
        StreamWriter market = new KinesisStreamWriter(kinesis, names.marketStream());
        StreamWriter decisions = new KinesisStreamWriter(kinesis, names.decisionsStream());
        SqlInstruments pairs = new SqlInstruments(new SqlClient(database), PlanSettings.VENUE);
        return new IngestPorts(
                KinesisSinks.market(market),
                KinesisSinks.decisions(decisions),
                store,
                new SqlLeases(new SqlClient(database)),
                store,
                store,
                store,
                new MeteredStatusBoard(store, metrics.of("ingest")),
                store,
                requests,
                new MeteredOpportunities(
                        new SqlOpportunities(new SqlClient(database)), metrics.of(MeteredOpportunities.SERVICE)),
                new LanePorts(
                        KinesisSinks.market(market),
                        KinesisSinks.decisions(decisions),
                        pair -> pairs.save(pair, System.currentTimeMillis()),
                        new SqlTakerFees(new SqlClient(database))::of));
    }

    private static void stop(IngestComposition ingest) {
        try {
            ingest.stop();
        } catch (InterruptedException e) {
            LOG.warn("interrupted while draining; the next run fetches the rest");
        }
    }
}
