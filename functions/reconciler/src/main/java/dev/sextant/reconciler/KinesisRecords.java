package dev.sextant.reconciler;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kinesis records out of a JSON object. Lambda turns an event into one Java type, chosen by the handler's signature; this
 * function gets two kinds of event, so it takes the object as it is.
 */
final class KinesisRecords {

    static final String FIELD = "Records";

    private KinesisRecords() {}

    static KinesisEvent of(Map<String, Object> input) {
        List<KinesisEvent.KinesisEventRecord> records = new ArrayList<>();
        if (input.get(FIELD) instanceof List<?> list) {
            list.forEach(element -> records.add(record(object(element, "a record"))));
        }
        KinesisEvent event = new KinesisEvent();
        event.setRecords(records);
        return event;
    }

    private static KinesisEvent.KinesisEventRecord record(Map<?, ?> json) {
        Map<?, ?> kinesis = object(json.get("kinesis"), "kinesis");
        KinesisEvent.Record record = new KinesisEvent.Record();
        record.setSequenceNumber(text(kinesis, "sequenceNumber"));
        record.setPartitionKey(text(kinesis, "partitionKey"));
        record.setData(ByteBuffer.wrap(Base64.getDecoder().decode(text(kinesis, "data"))));
        KinesisEvent.KinesisEventRecord result = new KinesisEvent.KinesisEventRecord();
        result.setKinesis(record);
        result.setEventSourceARN(text(json, "eventSourceARN"));
        return result;
    }

    private static Map<?, ?> object(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(name + " of a Kinesis event is " + value + ", expected an object");
    }

    private static String text(Map<?, ?> json, String name) {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(
                "field " + name + " of a Kinesis event is " + json.get(name) + ", expected text");
    }
}
