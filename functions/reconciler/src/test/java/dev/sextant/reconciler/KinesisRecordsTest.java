package dev.sextant.reconciler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent.KinesisEventRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event of Kinesis as the runtime hands it over when it is told no type: maps and lists. */
class KinesisRecordsTest {

    private static final String STREAM = "arn:aws:kinesis:us-east-1:000000000000:stream/decisions";

    private final Map<String, Object> kinesis =
            new HashMap<>(Map.of("sequenceNumber", "100", "partitionKey", "paper-main", "data", "aGVsbG8="));
    private final Map<String, Object> record = new HashMap<>(Map.of("eventSourceARN", STREAM, "kinesis", kinesis));

    private String refusal(Object records) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> KinesisRecords.of(Map.of("Records", records)))
                        .getMessage());
    }

    @Test
    void everyRecordIsReadWithItsPlaceInTheStream() {
        List<KinesisEventRecord> records =
                KinesisRecords.of(Map.of("Records", List.of(record, record))).getRecords();
        assertEquals(2, records.size());
        KinesisEventRecord first = records.getFirst();
        assertEquals(STREAM, first.getEventSourceARN());
        assertEquals("100", first.getKinesis().getSequenceNumber());
        assertEquals("paper-main", first.getKinesis().getPartitionKey());
        assertEquals(
                "hello",
                StandardCharsets.UTF_8.decode(first.getKinesis().getData()).toString());
    }

    @Test
    void anEventWithoutAListHasNoRecords() {
        assertEquals(List.of(), KinesisRecords.of(Map.of()).getRecords());
        assertEquals(List.of(), KinesisRecords.of(Map.of("Records", "none")).getRecords());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequenceNumber", "partitionKey", "data"})
    void aFieldThatIsMissingIsNamed(String field) {
        kinesis.remove(field);
        assertEquals("field " + field + " of a Kinesis event is null, expected text", refusal(List.of(record)));
        kinesis.put(field, 7);
        assertEquals("field " + field + " of a Kinesis event is 7, expected text", refusal(List.of(record)));
    }

    @Test
    void whatIsNoRecordIsNamed() {
        assertEquals("a record of a Kinesis event is 7, expected an object", refusal(List.of(7)));
        record.remove("eventSourceARN");
        assertEquals("field eventSourceARN of a Kinesis event is null, expected text", refusal(List.of(record)));
        record.put("kinesis", "text");
        assertEquals("kinesis of a Kinesis event is text, expected an object", refusal(List.of(record)));
    }
}
