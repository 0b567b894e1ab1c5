package dev.sextant.local.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.SequenceOrder;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamRecord;
import dev.sextant.platform.stream.StreamUnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;

/** Kinesis as the desk's own writer and reader need it. Each test has a new stream of two shards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class KinesisContract {

    private static final List<String> KEYS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
    private static final int MEBIBYTE = 1 << 20;

    private @Nullable Service service;
    private @Nullable TestAbortedException absent;
    private ContractStream stream;

    /** Starts the service, or skips with one clear line. */
    abstract Service open(Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        try {
            service = open(folder);
        } catch (TestAbortedException e) {
            // Told by each test, so that a report lists what did not run.
            absent = e;
        }
    }

    @AfterAll
    void stop() {
        if (service != null) {
            service.end().run();
        }
    }

    @BeforeEach
    void newStream() {
        if (absent != null) {
            throw absent;
        }
        stream = ContractStream.create(Objects.requireNonNull(service).endpoint());
    }

    @AfterEach
    void deleteStream() {
        if (stream != null) {
            stream.close();
        }
    }

    @Test
    void recordsOfAKeyKeepTheirOrderAndNumbersRise() throws Exception {
        List<Outgoing> records = IntStream.range(0, 1_200)
                .mapToObj(i -> ContractStream.record(KEYS.get(i % KEYS.size()), i))
                .toList();
        PutReceipt receipt = stream.writer().put(records);

        List<StreamRecord> read = stream.readAll();
        assertEquals(1_200, receipt.records());
        assertEquals(1_200, read.size());
        for (String key : KEYS) {
            List<Integer> numbers = read.stream()
                    .filter(record -> record.partitionKey().equals(key))
                    .map(ContractStream::number)
                    .toList();
            assertEquals(numbers.stream().sorted().toList(), numbers, key);
        }
        for (String shard : stream.reader().shardIds()) {
            List<String> numbers = read.stream()
                    .filter(record -> record.shardId().equals(shard))
                    .map(StreamRecord::sequenceNumber)
                    .toList();
            for (int i = 1; i < numbers.size(); i++) {
                assertTrue(SequenceOrder.INSTANCE.compare(numbers.get(i - 1), numbers.get(i)) < 0, "numbers rise");
            }
            assertEquals(
                    numbers.isEmpty() ? null : numbers.getLast(),
                    receipt.lastSequenceNumbers().get(shard));
        }
    }

    @Test
    void aPutAnswersEachRecordInItsPlace() {
        List<PutRecordsRequestEntry> entries = entries(5, 10);
        PutRecordsResponse response = stream.client()
                .putRecords(request -> request.streamName(stream.name()).records(entries));
        assertEquals(0, response.failedRecordCount());
        assertEquals(5, response.records().size());
        response.records().forEach(result -> {
            assertNull(result.errorCode());
            assertTrue(result.shardId().startsWith("shardId-"), result::shardId);
            assertTrue(result.sequenceNumber().matches("[0-9]{1,128}"), result::sequenceNumber);
        });
    }

    @Test
    void fiveHundredRecordsFitOneRequest() throws Exception {
        stream.client().putRecords(request -> request.streamName(stream.name()).records(entries(500, 10)));
        assertEquals(500, stream.readAll().size());
    }

    @Test
    void fiveRecordsOfOneMebibyteFitOneRequestAndComeBackWhole() throws Exception {
        byte[] largest = new byte[MEBIBYTE - KEYS.getFirst().length()];
        new Random(7).nextBytes(largest);
        Outgoing record = new Outgoing(KEYS.getFirst(), largest);
        stream.writer().put(List.of(record, record, record, record, record));
        List<StreamRecord> read = stream.readAll();
        // A slow service may have been sent the request twice.
        assertTrue(read.size() >= 5, () -> read.size() + " records");
        read.forEach(each -> assertArrayEquals(largest, each.data()));
    }

    @Test
    void readingAgainFromTheStartGivesTheSame() throws Exception {
        stream.put("BTCUSDT", 0, 50);
        List<StreamRecord> first = stream.readAll();
        List<StreamRecord> second = stream.readAll();
        assertEquals(
                first.stream().map(StreamRecord::sequenceNumber).toList(),
                second.stream().map(StreamRecord::sequenceNumber).toList());
        assertEquals(
                IntStream.range(0, 50).boxed().toList(),
                second.stream().map(ContractStream::number).toList());
    }

    @Test
    void readingGoesOnBehindAnyCheckpoint() throws Exception {
        stream.put("BTCUSDT", 0, 5);
        for (StreamRecord record : stream.readAll()) {
            StreamPosition behind = new StreamPosition.After(record.sequenceNumber());
            StreamReader.Cursor cursor = stream.reader().open(record.shardId(), behind);
            int next = ContractStream.number(record) + 1;
            assertEquals(
                    IntStream.range(next, 5).boxed().toList(),
                    cursor.next(100).records().stream()
                            .map(ContractStream::number)
                            .toList());
        }
    }

    @Test
    void aTimeFindsWhatArrivedFromThenOn() throws Exception {
        stream.put("BTCUSDT", 0, 3);
        StreamRecord early = stream.readAll().getLast();
        assertTrue(Math.abs(early.arrivedAtMs() - System.currentTimeMillis()) < 30_000, "arrival is wall-clock time");
        ContractStream.awaitWallClock(early.arrivedAtMs() + 2_100);
        stream.put("BTCUSDT", 3, 2);
        assertEquals(List.of(3, 4), stream.from(early.shardId(), early.arrivedAtMs() + 1_050));
        assertEquals(List.of(0, 1, 2, 3, 4), stream.from(early.shardId(), early.arrivedAtMs() - 5_000));
    }

    @Test
    void latestMeansFromNowOn() throws Exception {
        stream.put("BTCUSDT", 0, 3);
        String shard = stream.readAll().getFirst().shardId();
        StreamReader.Cursor cursor = stream.reader().open(shard, new StreamPosition.Latest());
        stream.put("BTCUSDT", 3, 2);
        List<Integer> seen = new ArrayList<>();
        while (seen.size() < 2) {
            cursor.next(100).records().forEach(record -> seen.add(ContractStream.number(record)));
        }
        assertEquals(List.of(3, 4), seen);
    }

    @Test
    void aPageIsNoLongerThanAskedForAndTheTipIsEmptyButNoEnd() throws Exception {
        stream.put("BTCUSDT", 0, 7);
        String shard = stream.readAll().getFirst().shardId();
        StreamReader.Cursor cursor = stream.reader().open(shard, new StreamPosition.TrimHorizon());
        List<Integer> sizes = new ArrayList<>();
        for (int page = 0; page < 5; page++) {
            StreamReader.Page read = cursor.next(3);
            sizes.add(read.records().size());
            assertFalse(read.ended());
        }
        assertEquals(List.of(3, 3, 1, 0, 0), sizes);
        stream.put("BTCUSDT", 7, 1);
        assertEquals(7, ContractStream.number(cursor.next(3).records().getFirst()), "the same cursor goes on");
    }

    @Test
    void anIteratorItNeverGaveIsAnErrorAndNoEmptyPage() {
        assertThrows(
                SdkServiceException.class, () -> stream.client().getRecords(request -> request.shardIterator("AAAA")));
    }

    @Test
    void anAbsentStreamIsSaidAtOnceWithNothingLost() {
        List<Outgoing> records = List.of(ContractStream.record("BTCUSDT", 1), ContractStream.record("BTCUSDT", 2));
        StreamUnavailableException absent = assertThrows(
                StreamUnavailableException.class,
                () -> stream.writerOf("no-such-stream").put(records));
        assertEquals(records, absent.unsent());
        assertEquals(0, absent.accepted().records());
    }

    @Test
    void aStreamNamesItself() throws Exception {
        String arn = stream.reader().streamArn();
        assertTrue(arn.matches("arn:aws:kinesis:us-east-1:[0-9]{12}:stream/" + stream.name()), arn);
        assertEquals(2, stream.reader().shardIds().size());
    }

    private static List<PutRecordsRequestEntry> entries(int count, int bytes) {
        return IntStream.range(0, count)
                .mapToObj(i -> PutRecordsRequestEntry.builder()
                        .partitionKey("key-" + i)
                        .data(SdkBytes.fromByteArray(new byte[bytes]))
                        .build())
                .toList();
    }
}
