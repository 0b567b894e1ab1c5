package dev.sextant.local.poller;

import static dev.sextant.local.poller.ScriptedFunction.ok;
import static dev.sextant.local.poller.ScriptedFunction.reports;
import static dev.sextant.local.poller.ScriptedFunction.throwsOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventSourceMappingTest {

    @TempDir
    Path folder;

    private MappingBench bench;
    private ScriptedFunction function;

    @BeforeEach
    void aStreamAndAFunctionThatTakesEverything() {
        bench = new MappingBench(folder);
        function = new ScriptedFunction(ok());
    }

    @Test
    void aBatchThatIsNotFullWaitsForItsWindow() throws Exception {
        EventSourceMapping mapping = bench.mapping(bench.config().batches(10, 500), function);
        bench.put("a");
        mapping.pollOnce();
        bench.nowMs += 499;
        bench.put("b");
        mapping.pollOnce();
        assertEquals(List.of(), function.calls);

        bench.nowMs += 1;
        mapping.pollOnce();
        assertEquals(List.of("ab"), function.calls);
    }

    @Test
    void aFullBatchDoesNotWaitForItsWindow() throws Exception {
        EventSourceMapping mapping = bench.mapping(bench.config().batches(2, 500), function);
        bench.put("abc");
        mapping.pollOnce();
        assertEquals(List.of("ab"), function.calls);
    }

    @Test
    void aCallCarriesAtMostSixMebibytes() throws Exception {
        List<Outgoing> big = new ArrayList<>();
        for (char letter : "abcdefgh".toCharArray()) {
            byte[] data = new byte[1_000_000];
            data[0] = (byte) letter;
            big.add(new Outgoing("paper-main", data));
        }
        bench.stream.put(big);
        EventSourceMapping mapping = bench.mapping(bench.config(), function);
        bench.run(mapping);

        // Base64 makes four bytes of three: four of these are 5.3 MB, five would be 6.7 MB.
        assertEquals(List.of("abcd", "efgh"), function.calls);
    }

    @Test
    void recordsThatAreTooOldArePutAsideWithoutACall() throws Exception {
        bench.put("ab");
        bench.nowMs += 60_001;
        bench.put("c");
        EventSourceMapping mapping =
                bench.mapping(bench.config().onError(new ErrorHandling(true, 5, 60_000)), function);
        bench.run(mapping);

        assertEquals(List.of("c"), function.calls);
        assertEquals(List.of("ab"), bench.givenUp);
    }

    @Test
    void aPoisonRecordIsRetriedOnlyUntilItIsTooOld() throws Exception {
        bench.put("x");
        function.answers(throwsOn("x"));
        EventSourceMapping mapping =
                bench.mapping(bench.config().onError(new ErrorHandling(true, -1, 60_000)), function);
        for (int i = 0; i < 100; i++) {
            mapping.pollOnce();
            bench.nowMs += 1_000;
        }

        // At 0, 1, 2, 3, 5 and 9 seconds, then every 8: pauses double from a quarter of a second, and a look comes each
        // second.
        assertEquals(12, function.calls.size());
        assertEquals(List.of("x"), bench.givenUp);
    }

    @Test
    void withoutLimitsAFailingBatchBlocksItsShardForEver() throws Exception {
        bench.put("xa");
        function.answers(throwsOn("x"));
        EventSourceMapping mapping = bench.mapping(bench.config().onError(new ErrorHandling(false, -1, -1)), function);
        for (int i = 0; i < 1_000; i++) {
            mapping.pollOnce();
            bench.nowMs += 1_000;
        }

        assertEquals(List.of("xa"), function.calls.stream().distinct().toList());
        assertTrue(function.calls.size() > 100);
        assertEquals(List.of(), bench.givenUp);
        assertEquals(function.calls.size(), mapping.status().errors());
    }

    @Test
    void aBlockedShardDoesNotHoldUpAnother() throws Exception {
        bench = new MappingBench(folder, 2);
        function.answers(throwsOn("x"));
        bench.put("a", "x");
        bench.put("b", "cd");
        EventSourceMapping mapping = bench.mapping(bench.config().onError(new ErrorHandling(true, -1, -1)), function);
        mapping.pollOnce();

        assertEquals(List.of("cd", "x"), function.calls.stream().sorted().toList());
    }

    @Test
    void aRestartedMappingGoesOnBehindItsCheckpoint() throws Exception {
        bench.put("abc");
        function.answers(reports("c"));
        bench.mapping(bench.config(), function).pollOnce();
        bench.put("d");
        function.answers(ok());

        bench.run(bench.mapping(bench.config(), function));

        assertEquals(List.of("abc", "cd"), function.calls);
    }

    @Test
    void whatWasHandledWithoutACheckpointComesAgain() throws Exception {
        bench.put("ab");
        bench.mapping(bench.config().checkpointingEvery(10_000_000), function).pollOnce();

        bench.mapping(bench.config(), function).pollOnce();

        assertEquals(List.of("ab", "ab"), function.calls);
    }

    @Test
    void checkpointsThatWereHeldBackAreWrittenAtTheTipAndAtTheEnd() throws Exception {
        bench.put("ab");
        EventSourceMapping mapping = bench.mapping(bench.config().checkpointingEvery(10_000_000), function);
        mapping.pollOnce();
        assertEquals(0, bench.checkpoints.load("risk-check").size());

        mapping.pollOnce();
        assertEquals(1, bench.checkpoints.load("risk-check").size());
    }

    @Test
    void readingStartsWhereItIsToldWithoutACheckpoint() throws Exception {
        bench.put("a");
        EventSourceMapping latest = bench.mapping(bench.config().startingAt(new StreamPosition.Latest()), function);
        bench.put("b");
        latest.pollOnce();

        assertEquals(List.of("b"), function.calls);
    }

    @Test
    void filteredRecordsAreProcessedWithoutACall() throws Exception {
        EventSourceMapping mapping = bench.mapping(
                bench.config().filteredBy(data -> "ac".contains(new String(data, StandardCharsets.UTF_8))), function);
        var first = bench.put("bb");
        mapping.pollOnce();
        assertTrue(mapping.hasProcessed(first));

        var second = bench.put("babcb");
        mapping.pollOnce();
        assertTrue(mapping.hasProcessed(second));
        assertEquals(List.of("ac"), function.calls);
        assertEquals(7, mapping.status().recordsSeen());
    }

    @Test
    void theTypeFilterReadsOnlyTheTopLevelType() throws Exception {
        RecordFilter filter = RecordFilter.typeIn("tick", "signal");
        List<String> accepted = new ArrayList<>();
        for (String json : List.of(
                "{\"type\":\"tick\"}",
                "{\"x\":{\"type\":\"tick\"},\"type\":\"signal\"}",
                "{\"x\":{\"type\":\"tick\"}}",
                "{\"type\":\"order_changed\"}",
                "{\"type\":1}",
                "[\"type\",\"tick\"]",
                "not json",
                "")) {
            bench.stream.put(List.of(new Outgoing("k", json.getBytes(StandardCharsets.UTF_8))));
        }
        bench.stream.records().stream()
                .map(StreamRecord::data)
                .filter(filter::accepts)
                .forEach(data -> accepted.add(new String(data, StandardCharsets.UTF_8)));

        assertEquals(List.of("{\"type\":\"tick\"}", "{\"x\":{\"type\":\"tick\"},\"type\":\"signal\"}"), accepted);
    }

    @Test
    void anEventHasEveryFieldThatLambdaFills() throws Exception {
        bench.put("BTC", "a");
        bench.mapping(bench.config(), function).pollOnce();

        KinesisEvent.KinesisEventRecord record =
                function.events.getFirst().getRecords().getFirst();
        String number = bench.stream.records().getFirst().sequenceNumber();
        assertEquals("aws:kinesis", record.getEventSource());
        assertEquals("1.0", record.getEventVersion());
        assertEquals("shardId-000000000000:" + number, record.getEventID());
        assertEquals("aws:kinesis:record", record.getEventName());
        assertEquals("us-east-1", record.getAwsRegion());
        assertEquals("arn:aws:iam::000000000000:role/sextant-local", record.getInvokeIdentityArn());
        assertEquals("arn:aws:kinesis:us-east-1:000000000000:stream/sextant-decisions", record.getEventSourceARN());
        assertEquals("1.0", record.getKinesis().getKinesisSchemaVersion());
        assertEquals("BTC", record.getKinesis().getPartitionKey());
        assertEquals(number, record.getKinesis().getSequenceNumber());
        assertEquals(
                bench.nowMs,
                record.getKinesis().getApproximateArrivalTimestamp().toInstant().toEpochMilli());
        assertEquals(
                "a",
                StandardCharsets.UTF_8.decode(record.getKinesis().getData()).toString());
    }

    @Test
    void aBatchThatIsGivenUpIsKeptWhole() throws Exception {
        bench.put("BTC", "xy");
        function.answers(throwsOn("x"));
        bench.run(bench.mapping(bench.config().onError(new ErrorHandling(false, 1, -1)), function));

        Path file;
        try (var files = Files.list(folder.resolve("risk-check"))) {
            file = files.findFirst().orElseThrow();
        }
        JsonNode kept = new ObjectMapper().readTree(file.toFile());
        assertEquals(
                "RetryAttemptsExhausted", kept.at("/requestContext/condition").asText());
        assertEquals(2, kept.at("/requestContext/approximateInvokeCount").asInt());
        assertEquals(
                "java.lang.IllegalStateException: can't take x",
                kept.at("/responseContext/functionError").asText());
        assertEquals(2, kept.at("/KinesisBatchInfo/batchSize").asInt());
        assertEquals("BTC", kept.at("/payload/Records/1/kinesis/partitionKey").asText());
        assertEquals("y", new String(kept.at("/payload/Records/1/kinesis/data").binaryValue(), StandardCharsets.UTF_8));
    }

    @Test
    void aBatchThatCannotBeKeptIsNotDropped() throws Exception {
        Path blocked = Files.createFile(folder.resolve("risk-check"));
        var receipt = bench.put("xa");
        function.answers(throwsOn("x"));
        EventSourceMapping mapping = bench.mapping(bench.config().onError(new ErrorHandling(true, 0, -1)), function);
        bench.run(mapping);
        assertFalse(mapping.hasProcessed(receipt));

        Files.delete(blocked);
        bench.run(mapping);
        assertEquals(List.of("x"), bench.givenUp);
        assertTrue(mapping.hasProcessed(receipt));
    }

    @Test
    void anOutageOfTheStreamIsCountedAndOver() throws Exception {
        EventSourceMapping mapping = bench.mapping(bench.config(), function);
        bench.put("a");
        bench.stream.failAfter(0);
        mapping.pollOnce();
        assertEquals("stream sextant-decisions is unavailable", mapping.status().lastError());

        bench.stream.recover();
        mapping.pollOnce();
        assertEquals(List.of("a"), function.calls);
    }

    @Test
    void theLagIsTheAgeOfTheOldestRecordThatIsNotDone() throws Exception {
        bench.put("x");
        bench.nowMs += 100;
        bench.put("a");
        function.answers(throwsOn("x"));
        EventSourceMapping mapping = bench.mapping(bench.config(), function);
        mapping.pollOnce();
        bench.nowMs += 50;

        assertEquals(150, mapping.status().lagMs());
        function.answers(ok());
        bench.run(mapping);
        assertEquals(50, mapping.status().lagMs());
    }
}
