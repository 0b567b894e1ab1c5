package dev.sextant.recorder;

import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.telemetry.Metrics;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/** Gives a batch to the recorder until it is stored, the lease is lost, or the process ends. */
final class StubbornStore {

    private static final Logger LOG = LoggerFactory.getLogger(StubbornStore.class);

    private final BatchHandler handler;
    private final Metrics metrics;
    private final LeaseTable leases;
    private final Backoff backoff;

    StubbornStore(BatchHandler handler, Metrics metrics, Pause pause, LeaseTable leases) {
        this.handler = handler;
        this.metrics = metrics;
        this.leases = leases;
        this.backoff = new Backoff(pause);
    }

    /**
     * Returns once all of it is stored.
     *
     * @return false when it is not, and is not to be by this worker
     */
    boolean store(List<StreamRecord> batch, RecordProcessorCheckpointer checkpointer) {
        List<StreamRecord> left = attempt(batch);
        while (!left.isEmpty()) {
            metrics.count("BatchFailures", 1);
            metrics.flush();
            if (!holdsLease(left, checkpointer) || !backoff.another()) {
                LOG.info("{} records are left to whoever has the shard next", left.size());
                return false;
            }
            left = attempt(left);
        }
        return true;
    }

    private boolean holdsLease(List<StreamRecord> left, RecordProcessorCheckpointer checkpointer) {
        return leases.probe(checkpointer, left.getFirst().sequenceNumber()) != LeaseTable.Answer.LEASE_LOST;
    }

    /** What is still to be done after one more attempt. */
    private List<StreamRecord> attempt(List<StreamRecord> batch) {
        try {
            return switch (handler.handle(batch)) {
                case BatchResult.Done() -> List.of();
                case BatchResult.FailedAt(String sequenceNumber) -> from(sequenceNumber, batch);
                case BatchResult.Failed(String why) -> whole(batch, why);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return whole(batch, "interrupted");
        } catch (Exception e) {
            // Whatever it is: thrown further, the library would pass over these records for good.
            LOG.warn("a batch failed", e);
            return whole(batch, String.valueOf(e.getMessage()));
        }
    }

    private List<StreamRecord> from(String sequenceNumber, List<StreamRecord> batch) {
        for (int done = 0; done < batch.size(); done++) {
            if (batch.get(done).sequenceNumber().equals(sequenceNumber)) {
                if (done > 0) {
                    backoff.begin();
                }
                LOG.warn("{} of {} records are stored, the next one failed", done, batch.size());
                return batch.subList(done, batch.size());
            }
        }
        return whole(batch, sequenceNumber + " failed, which is not in it");
    }

    private static List<StreamRecord> whole(List<StreamRecord> batch, String why) {
        LOG.warn("none of {} records is known to be stored, they come again: {}", batch.size(), why);
        return batch;
    }
}
