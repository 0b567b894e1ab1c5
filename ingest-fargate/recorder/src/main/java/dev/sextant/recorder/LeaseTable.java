package dev.sextant.recorder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/** What the library's checkpointer answers for one shard, as one of three answers instead of four exceptions. */
final class LeaseTable {

    /** What became of a write. */
    enum Answer {
        WRITTEN,
        /** Not now; the lease may still be held. */
        UNAVAILABLE,
        /** Another worker has the shard, or nobody. */
        LEASE_LOST
    }

    private static final Logger LOG = LoggerFactory.getLogger(LeaseTable.class);

    private final String shardId;

    LeaseTable(String shardId) {
        this.shardId = shardId;
    }

    /** Says that everything up to this record is stored. */
    Answer checkpoint(RecordProcessorCheckpointer checkpointer, String sequenceNumber) {
        return answer(() -> checkpointer.checkpoint(sequenceNumber));
    }

    /** Says that all of a shard that was closed is stored. */
    Answer checkpointEnd(RecordProcessorCheckpointer checkpointer) {
        return answer(checkpointer::checkpoint);
    }

    /**
     * Asks whether the lease is still held, which the library does not tell while it waits for a batch. A prepared
     * checkpoint is the one write that depends on the lease and says nothing of what is stored.
     */
    Answer probe(RecordProcessorCheckpointer checkpointer, String nextSequenceNumber) {
        return answer(() -> checkpointer.prepareCheckpoint(nextSequenceNumber));
    }

    private interface Write {
        void run()
                throws ShutdownException, ThrottlingException, KinesisClientLibDependencyException,
                        InvalidStateException;
    }

    private Answer answer(Write write) {
        try {
            write.run();
            return Answer.WRITTEN;
        } catch (ShutdownException e) {
            LOG.info("{}: the lease is gone: {}", shardId, e.getMessage());
            return Answer.LEASE_LOST;
        } catch (ThrottlingException | KinesisClientLibDependencyException | InvalidStateException e) {
            LOG.warn("{}: the lease table does not answer: {}", shardId, e.getMessage());
            return Answer.UNAVAILABLE;
        }
    }
}
