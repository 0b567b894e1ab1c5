package dev.sextant.local.poller;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import dev.sextant.platform.stream.StreamRecord;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;

/** The event that Lambda hands to a function for records of one shard, field by field as AWS documents it. */
final class KinesisEvents {

    private static final int ARN_REGION = 3;
    private static final int ARN_ACCOUNT = 4;

    private KinesisEvents() {}

    static KinesisEvent of(List<StreamRecord> records, String streamArn) {
        KinesisEvent event = new KinesisEvent();
        event.setRecords(
                records.stream().map(record -> eventRecord(record, streamArn)).toList());
        return event;
    }

    private static KinesisEvent.KinesisEventRecord eventRecord(StreamRecord record, String streamArn) {
        String[] arn = streamArn.split(":", -1);
        KinesisEvent.KinesisEventRecord eventRecord = new KinesisEvent.KinesisEventRecord();
        eventRecord.setEventSource("aws:kinesis");
        eventRecord.setEventVersion("1.0");
        eventRecord.setEventID(record.shardId() + ":" + record.sequenceNumber());
        eventRecord.setEventName("aws:kinesis:record");
        eventRecord.setInvokeIdentityArn("arn:aws:iam::" + arn[ARN_ACCOUNT] + ":role/sextant-local");
        eventRecord.setAwsRegion(arn[ARN_REGION]);
        eventRecord.setEventSourceARN(streamArn);
        eventRecord.setKinesis(kinesis(record));
        return eventRecord;
    }

    @SuppressWarnings("JavaUtilDate") // The type of AWS's event class.
    private static KinesisEvent.Record kinesis(StreamRecord record) {
        KinesisEvent.Record kinesis = new KinesisEvent.Record();
        kinesis.setKinesisSchemaVersion("1.0");
        kinesis.setPartitionKey(record.partitionKey());
        kinesis.setSequenceNumber(record.sequenceNumber());
        kinesis.setApproximateArrivalTimestamp(new Date(record.arrivedAtMs()));
        // A copy for each delivery: a function that reads the buffer must not find it drained at the retry.
        kinesis.setData(ByteBuffer.wrap(record.data().clone()));
        return kinesis;
    }
}
