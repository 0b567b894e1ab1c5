package dev.sextant.local.scenario;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.platform.stream.DecisionCodec;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.memory.InMemoryStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives a function what is new on the stream, in one batch, and repeats from a record that failed, as a mapping does. */
final class Reader {

    private final InMemoryStream stream;
    private final Predicate<DecisionRecord> filter;
    private final Function<KinesisEvent, StreamsEventResponse> function;
    private int next;

    Reader(
            InMemoryStream stream,
            Predicate<DecisionRecord> filter,
            Function<KinesisEvent, StreamsEventResponse> function) {
        this.stream = stream;
        this.filter = filter;
        this.function = function;
    }

    /** Whether all that was new is done; it stops at a failure, to go on from there the next time. */
    boolean read() {
        List<StreamRecord> all = stream.records();
        List<StreamRecord> batch =
                all.subList(next, all.size()).stream().filter(this::wanted).toList();
        List<StreamsEventResponse.BatchItemFailure> failures =
                batch.isEmpty() ? List.of() : function.apply(event(batch)).getBatchItemFailures();
        if (failures.isEmpty()) {
            next = all.size();
            return true;
        }
        String stoppedAt = failures.getFirst().getItemIdentifier();
        while (!all.get(next).sequenceNumber().equals(stoppedAt)) {
            next++;
        }
        return false;
    }

    boolean hasNews() {
        return next < stream.records().size();
    }

    /** Reads again from so many records before the end of what was read. */
    void goBack(int records) {
        next = Math.max(0, next - records);
    }

    /** Leaves out what is new. */
    void skip() {
        next = stream.records().size();
    }

    /** What can't be decoded is for the function to judge. */
    private boolean wanted(StreamRecord record) {
        try {
            return filter.test(DecisionCodec.decode(record.data()));
        } catch (RuntimeException e) {
            // The filter of a mapping sees text; a poison record passes it, and the test is what happens then.
            return true;
        }
    }

    KinesisEvent event(List<StreamRecord> batch) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(batch.stream().map(this::record).toList());
        return event;
    }

    private KinesisEvent.KinesisEventRecord record(StreamRecord record) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setSequenceNumber(record.sequenceNumber());
        kinesis.setPartitionKey(record.partitionKey());
        kinesis.setData(ByteBuffer.wrap(record.data().clone()));
        KinesisEvent.KinesisEventRecord result = new KinesisEvent.KinesisEventRecord();
        result.setKinesis(kinesis);
        result.setEventSourceARN(stream.streamArn());
        return result;
    }
}
