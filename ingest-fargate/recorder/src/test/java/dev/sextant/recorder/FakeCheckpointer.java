package dev.sextant.recorder;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.kinesis.exceptions.KinesisClientLibDependencyException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.exceptions.ThrottlingException;
import software.amazon.kinesis.processor.Checkpointer;
import software.amazon.kinesis.processor.PreparedCheckpointer;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.retrieval.kpl.ExtendedSequenceNumber;

/** A lease table that remembers what was written, answers as scripted, and can take the lease away. */
final class FakeCheckpointer implements RecordProcessorCheckpointer {

    static final String END = "end of shard";

    /** Sequence numbers, or {@link #END}. */
    final List<String> written = new ArrayList<>();

    final List<String> prepared = new ArrayList<>();
    private final Deque<Boolean> throttled = new ArrayDeque<>();
    private boolean leaseLost;

    /** The next writes are throttled. */
    void throttle(int writes) {
        for (int i = 0; i < writes; i++) {
            throttled.add(true);
        }
    }

    void loseLease() {
        leaseLost = true;
    }

    private void answer() throws ShutdownException, ThrottlingException {
        if (leaseLost) {
            throw new ShutdownException("another worker has it");
        }
        if (throttled.poll() != null) {
            throw new ThrottlingException("as scripted");
        }
    }

    @Override
    public void checkpoint() throws ShutdownException, ThrottlingException {
        answer();
        written.add(END);
    }

    @Override
    public void checkpoint(String sequenceNumber) throws ShutdownException, ThrottlingException {
        answer();
        written.add(sequenceNumber);
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(String sequenceNumber)
            throws KinesisClientLibDependencyException, ShutdownException, ThrottlingException {
        answer();
        prepared.add(sequenceNumber);
        return new PreparedCheckpointer() {
            @Override
            public ExtendedSequenceNumber pendingCheckpoint() {
                return new ExtendedSequenceNumber(sequenceNumber);
            }

            @Override
            public void checkpoint() {
                throw new AssertionError("what is prepared only to ask for the lease must not become a checkpoint");
            }
        };
    }

    private static AssertionError unused() {
        return new AssertionError("not used by the recorder");
    }

    @Override
    public void checkpoint(Record record) {
        throw unused();
    }

    @Override
    public void checkpoint(String sequenceNumber, long subSequenceNumber) {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint() {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(byte @Nullable [] applicationState) {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(Record record) {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(Record record, byte @Nullable [] applicationState) {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(String sequenceNumber, byte @Nullable [] applicationState) {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(String sequenceNumber, long subSequenceNumber) {
        throw unused();
    }

    @Override
    public PreparedCheckpointer prepareCheckpoint(
            String sequenceNumber, long subSequenceNumber, byte @Nullable [] applicationState) {
        throw unused();
    }

    @Override
    public Checkpointer checkpointer() {
        throw unused();
    }
}
