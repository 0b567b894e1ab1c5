package dev.sextant.recorder;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.StreamIdentifier;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.ShardRecordProcessorFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** A worker of the library: takes leases on the stream's shards and reads them, each by a processor of its own. */
final class StreamReading {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReading.class);
    private static final int RECORDS_A_READ = 3_000;
    /** Nobody waits for the record: fewer, larger batches are fewer statements to pay for. */
    private static final long READ_EVERY_MS = 3_000;
    /** How long after the death of the worker that deals out the leases another one does. */
    private static final long LEADER_LEASE_MS = 30_000;

    private static final long LEADER_HEARTBEAT_MS = 5_000;
    /** How long the library idles after it has looked for new shards; a minute, if it is not told otherwise. */
    private static final long IDLE_AFTER_SHARDS_MS = 1_000;

    /** How often leases that nobody renews are looked for and dealt out again. */
    private static final long DEAL_OUT_EVERY_MS = 5_000;

    private final Scheduler scheduler;

    StreamReading(
            String stream,
            String application,
            String worker,
            KclClients clients,
            ShardRecordProcessorFactory processors) {
        ConfigsBuilder configs = new ConfigsBuilder(
                new SingleStreamTracker(
                        StreamIdentifier.singleStreamInstance(stream),
                        InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
                application,
                clients.kinesis(),
                clients.dynamo(),
                clients.cloudWatch(),
                worker,
                processors);
        this.scheduler = new Scheduler(
                configs.checkpointConfig(),
                configs.coordinatorConfig(),
                leases(configs),
                configs.lifecycleConfig(),
                configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
                // An empty read tells that the reader lives, and how far behind it is.
                configs.processorConfig().callProcessRecordsEvenForEmptyRecordList(true),
                configs.retrievalConfig()
                        .retrievalSpecificConfig(new PollingConfig(stream, clients.kinesis())
                                .maxRecords(RECORDS_A_READ)
                                .idleTimeBetweenReadsInMillis(READ_EVERY_MS)));
    }

    private static LeaseManagementConfig leases(ConfigsBuilder configs) {
        LeaseManagementConfig leases = configs.leaseManagementConfig()
                .shardSyncIntervalMillis(IDLE_AFTER_SHARDS_MS)
                .leaseAssignmentIntervalMillis(DEAL_OUT_EVERY_MS)
                .dynamoDbLockBasedLeaderLeaseDurationInMillis(LEADER_LEASE_MS)
                .dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(LEADER_HEARTBEAT_MS);
        // Dealing out by processor load is for many workers; here there is one, and two while it is replaced.
        leases.workerUtilizationAwareAssignmentConfig().disableWorkerMetrics(true);
        return leases;
    }

    /** Reads until {@link #stop}, or until the library gives up because its tables or the stream can't be had. */
    void run() {
        scheduler.run();
    }

    /**
     * Lets each processor write what is stored and renews the leases no more: the next worker has them within a quarter
     * of a minute.
     *
     * @return false when that took longer than it may
     */
    boolean stop(Duration within) throws InterruptedException {
        try {
            return scheduler.startGracefulShutdown().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn(
                    "the processors did not end within {} s; what is not checkpointed is read again",
                    within.toSeconds());
            return false;
        } catch (ExecutionException e) {
            LOG.warn("the processors could not be ended", e.getCause());
            return false;
        }
    }
}
