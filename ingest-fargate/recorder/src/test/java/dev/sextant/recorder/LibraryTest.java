package dev.sextant.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The library itself between the desk's Kinesis emulator and DynamoDB Local. */
class LibraryTest {

    /** What the role on AWS allows ({@code infra-cdk}): with less the library would not start. */
    private static final Set<String> ALLOWED_ON_THE_TABLE = Set.of(
            "CreateTable", "DeleteItem", "DescribeTable", "GetItem", "PutItem", "Scan", "UpdateItem", "UpdateTable");

    private static final long STOPS_WITHIN_MS = 10_000;

    @TempDir
    private Path folder;

    private static List<String> records(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "record " + number)
                .toList();
    }

    private static ScriptedHandler failingOnce() {
        return new ScriptedHandler().thenThrows();
    }

    @Test
    @Timeout(180)
    void aWorkerGoesOnBehindTheLastCheckpointStoresEveryRecordOnceAndSoDoesItsSuccessor() throws Exception {
        try (Surroundings around = new Surroundings(folder)) {
            around.leaseLeftAt(around.put(records(1, 5)).getLast());
            around.put(records(6, 30));
            Worker first = new Worker("first", around.clients, failingOnce());
            assertEquals(records(6, 30), first.next(25));
            around.put(records(31, 40));
            assertEquals(records(31, 40), first.next(10));
            long stoppedInMs = first.stopMs();
            assertTrue(stoppedInMs < STOPS_WITHIN_MS, stoppedInMs + " ms");

            around.put(records(41, 60));
            Worker second = new Worker("second", around.clients, failingOnce());
            assertEquals(records(41, 60), second.next(20));
            second.stopMs();
            assertFalse(first.hasStoredMore());
            assertFalse(second.hasStoredMore());
            onlyWhatIsAllowedWasAsked(around);
        }
    }

    /** Before its very first lease the library waits for up to half a minute, drawn by chance. */
    @Test
    @Timeout(240)
    void theFirstWorkerEverMakesItsTableAndBeginsWithTheOldestRecord() throws Exception {
        assumeTrue(
                Boolean.getBoolean("sextant.kcl.cold"),
                "the library's first start takes up to a minute: run it with -Dsextant.kcl.cold=true");
        try (Surroundings around = new Surroundings(folder)) {
            around.put(records(1, 30));
            Worker first = new Worker("first", around.clients, failingOnce());
            assertEquals(records(1, 30), first.next(30));
            first.stopMs();
            onlyWhatIsAllowedWasAsked(around);
        }
    }

    private static void onlyWhatIsAllowedWasAsked(Surroundings around) {
        Set<String> onTheTable = new TreeSet<>();
        Set<String> elsewhere = new TreeSet<>();
        for (String asked : around.askedOfDynamo()) {
            String operation = asked.substring(0, asked.indexOf(' '));
            String table = asked.substring(asked.indexOf(' ') + 1);
            (table.split("/", 2)[0].equals(Surroundings.NAME) ? onTheTable : elsewhere)
                    .add(table.equals(Surroundings.NAME) ? operation : operation + " " + table);
        }
        onTheTable.removeAll(ALLOWED_ON_THE_TABLE);
        assertEquals(Set.of("Query " + Surroundings.NAME + "/LeaseOwnerToLeaseKeyIndex"), onTheTable);
        assertEquals(
                Set.of(
                        "DescribeTable " + Surroundings.NAME + "-CoordinatorState",
                        "DescribeTable " + Surroundings.NAME + "-WorkerMetricStats"),
                elsewhere,
                "one table holds everything; of two older ones the library asks whether they exist");
        assertEquals(Set.of("GetRecords", "GetShardIterator", "ListShards"), around.askedOfKinesis());
        assertEquals(Set.of(), around.askedOfCloudWatch());
    }
}
