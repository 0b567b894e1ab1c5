package dev.sextant.platform.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.ScriptedKinesis.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

class KinesisStreamWriterTest {

    private final ScriptedKinesis kinesis = new ScriptedKinesis();
    private final List<Long> pausesMs = new ArrayList<>();
    private final KinesisStreamWriter writer =
            new KinesisStreamWriter(kinesis, "market", RetryPolicy.DEFAULT, pausesMs::add);

    @Test
    void aFailedRecordTakesItsKeysLaterOnesWithItAndNoOthers() throws Exception {
        kinesis.then(new Step.Fail(Set.of(2)));

        PutReceipt receipt = writer.put(records("a1", "b1", "a2", "b2", "a3"));

        assertEquals(List.of(List.of("a1", "b1", "a2", "b2", "a3"), List.of("a2", "a3")), kinesis.requests);
        assertEquals(List.of("a1", "b1", "b2", "a3", "a2", "a3"), kinesis.taken);
        assertEquals(new PutReceipt(Map.of("shardId-000000000000", "6"), 5), receipt);
        assertEquals(List.of(50L), pausesMs);
    }

    @Test
    void aTimeoutAfterAcceptanceSendsTheWholeRequestAgain() throws Exception {
        kinesis.then(new Step.TakeButAnswer(timeout()));

        writer.put(records("a1", "a2"));

        assertEquals(List.of("a1", "a2", "a1", "a2"), kinesis.taken);
    }

    @Test
    void anOutageEndsAfterBoundedRetriesWithWhatMustBePutAgain() {
        kinesis.then(new Step.Fail(Set.of(1)));
        for (int i = 0; i < RetryPolicy.DEFAULT.maxAttempts(); i++) {
            kinesis.then(new Step.RefuseWith(timeout()));
        }

        StreamUnavailableException outage =
                assertThrows(StreamUnavailableException.class, () -> writer.put(records("a1", "b1", "c1", "b2")));

        assertEquals("stream market did not take 2 records: timed out", outage.getMessage());
        assertEquals(List.of("b1", "b2"), printed(outage.unsent()));
        assertEquals(2, outage.accepted().records());
        assertEquals(List.of(50L, 50L, 100L, 200L, 400L, 800L), pausesMs);
    }

    @Test
    void aMissingStreamIsNotTriedAgain() {
        kinesis.then(new Step.RefuseWith(ResourceNotFoundException.builder()
                .statusCode(400)
                .message("Stream market not found")
                .build()));

        assertThrows(StreamUnavailableException.class, () -> writer.put(records("a1")));

        assertEquals(1, kinesis.requests.size());
        assertEquals(List.of(), pausesMs);
    }

    @Test
    void aServerErrorIsTriedAgain() throws Exception {
        kinesis.then(new Step.RefuseWith((KinesisException)
                KinesisException.builder().statusCode(503).message("come back").build()));

        assertEquals(1, writer.put(records("a1")).records());
    }

    @Test
    void fiveHundredAndOneRecordsTakeTwoRequests() throws Exception {
        List<Outgoing> records = new ArrayList<>();
        for (int i = 0; i < 501; i++) {
            records.add(record("a" + i));
        }

        writer.put(records);

        assertEquals(List.of(500, 1), kinesis.requests.stream().map(List::size).toList());
        assertEquals(printed(records), kinesis.taken);
    }

    @Test
    void fiveMebibytesWithTheKeysAreOneRequestAndNotAByteMore() throws Exception {
        Outgoing full = new Outgoing("k", new byte[(1 << 20) - 1]);
        Outgoing small = new Outgoing("k", new byte[0]);

        writer.put(List.of(full, full, full, full, full, small));

        assertEquals(List.of(5, 1), kinesis.requests.stream().map(List::size).toList());
    }

    @Test
    void aRecordBeyondOneMebibyteIsRefusedBeforeAnythingIsSent() {
        Outgoing tooBig = new Outgoing("k", new byte[1 << 20]);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> writer.put(List.of(record("a1"), tooBig)));

        assertEquals(
                "record of key 'k' has 1048577 bytes with its key, expected at most 1048576", refused.getMessage());
        assertEquals(List.of(), kinesis.requests);
    }

    @Test
    void anInterruptedPauseKeepsTheRemainderAndTheInterrupt() {
        kinesis.then(new Step.RefuseWith(timeout()));
        KinesisStreamWriter stopped = new KinesisStreamWriter(kinesis, "market", RetryPolicy.DEFAULT, _ -> {
            throw new InterruptedException();
        });

        StreamUnavailableException outage =
                assertThrows(StreamUnavailableException.class, () -> stopped.put(records("a1")));

        assertTrue(Thread.interrupted());
        assertEquals(List.of("a1"), printed(outage.unsent()));
    }

    /** Each fault: low two bits the kind, the rest which places of the request fail. */
    @Property(tries = 2_000)
    void whateverFailsNothingIsLostAndEachKeysLastAppearancesStandInOrder(
            @ForAll @Size(max = 5) List<@IntRange(max = 4095) Integer> faults,
            @ForAll @IntRange(min = 1, max = 40) int count)
            throws Exception {
        ScriptedKinesis faulty = new ScriptedKinesis();
        faults.forEach(fault -> faulty.then(step(fault)));
        List<Outgoing> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(record("abc".charAt(i % 3) + "" + i));
        }

        new KinesisStreamWriter(faulty, "market", RetryPolicy.DEFAULT, _ -> {}).put(records);

        assertEquals(byKey(printed(records)), byKey(lastAppearances(faulty.taken)));
    }

    private static SdkClientException timeout() {
        return SdkClientException.create("timed out");
    }

    private static Step step(int fault) {
        return switch (fault & 3) {
            case 0 -> new Step.RefuseWith(timeout());
            case 1 -> new Step.TakeButAnswer(timeout());
            default -> {
                Set<Integer> places = new LinkedHashSet<>();
                for (int bit = 0; bit < 10; bit++) {
                    if ((fault >> 2 & 1 << bit) != 0) {
                        places.add(bit * 3 % 11);
                    }
                }
                yield new Step.Fail(places);
            }
        };
    }

    private static List<String> lastAppearances(List<String> taken) {
        List<String> last = new ArrayList<>(new LinkedHashSet<>(taken.reversed()));
        return last.reversed();
    }

    private static Map<Character, List<String>> byKey(List<String> records) {
        Map<Character, List<String>> byKey = new LinkedHashMap<>();
        records.stream()
                .sorted((left, right) -> Character.compare(left.charAt(0), right.charAt(0)))
                .forEach(record -> byKey.computeIfAbsent(record.charAt(0), _ -> new ArrayList<>())
                        .add(record));
        return byKey;
    }

    private static List<Outgoing> records(String... printed) {
        return Arrays.stream(printed).map(KinesisStreamWriterTest::record).toList();
    }

    private static Outgoing record(String printed) {
        return new Outgoing(printed.substring(0, 1), printed.substring(1).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> printed(List<Outgoing> records) {
        return records.stream()
                .map(record -> record.partitionKey() + new String(record.data(), StandardCharsets.UTF_8))
                .toList();
    }
}
