package dev.sextant.local.kinesis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.KinesisClients;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.StreamRecord;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

@Timeout(60)
class KinesisEmulatorTest {

    private static final String MARKET = EmulatorSettings.MARKET_STREAM;

    @TempDir
    Path folder;

    @Test
    void itCreatesBothStreamsAndKeepsTheirRecordsOverACleanRestart() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        List<StreamRecord> before;
        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                KinesisClient client = emulator.newClient()) {
            assertEquals(
                    List.of(EmulatorSettings.DECISIONS_STREAM, MARKET),
                    client.listStreams().streamNames());
            put(client, 0, 3);
            before = Emulators.readAll(client, MARKET);
        }
        assertFalse(Files.exists(folder.resolve("kinesis.process")));

        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                KinesisClient client = emulator.newClient()) {
            put(client, 3, 2);
            List<StreamRecord> after = Emulators.readAll(client, MARKET);

            assertEquals(List.of("0", "1", "2", "3", "4"), Emulators.texts(after));
            assertEquals(numbers(before), numbers(after).subList(0, 3));
        }
    }

    @Test
    void acceptedRecordsSurviveAKillOfTheEmulator() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        KinesisEmulator killed = KinesisEmulator.start(settings);
        try (KinesisClient client = killed.newClient()) {
            put(client, 0, 2_000);
        }
        ProcessHandle.of(killed.pid()).orElseThrow().destroyForcibly();
        killed.onExit().get(5, TimeUnit.SECONDS);

        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                KinesisClient client = emulator.newClient()) {
            assertEquals(2_000, Emulators.readAll(client, MARKET).size());
        }
    }

    @Test
    void aKilledDeskTakesItsEmulatorWithItAndLeavesTheRecords() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        Process desk = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DeskThatDies.class.getName(),
                        Emulators.HOME.toString(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long emulatorPid = emulatorPid(desk);

        desk.destroyForcibly().waitFor();
        ProcessHandle left = ProcessHandle.of(emulatorPid).orElse(null);
        if (left != null) {
            left.onExit().get(5, TimeUnit.SECONDS);
        }

        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                KinesisClient client = emulator.newClient()) {
            assertEquals(1_000, Emulators.readAll(client, MARKET).size());
        }
    }

    private static long emulatorPid(Process desk) throws Exception {
        BufferedReader output = desk.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("put ")) {
                return Long.parseLong(line.substring(4));
            }
        }
        throw new AssertionError("the desk ended with " + desk.waitFor());
    }

    @Test
    void anEmulatorLeftBehindByADeadDeskIsEndedFirst() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        KinesisEmulator left = KinesisEmulator.start(settings);
        Process dead = new ProcessBuilder("node", "--version").start();
        dead.waitFor();
        String file = Files.readString(settings.processFile());
        Files.writeString(
                settings.processFile(),
                file.replace("desk_pid=" + ProcessHandle.current().pid(), "desk_pid=" + dead.pid()));

        try (KinesisEmulator emulator = KinesisEmulator.start(settings)) {
            assertFalse(left.isAlive());
            assertTrue(emulator.isAlive());
        }
    }

    @Test
    void theEmulatorOfALivingDeskIsLeftAlone() {
        EmulatorSettings settings = Emulators.settings(folder);
        try (KinesisEmulator running = KinesisEmulator.start(settings)) {
            EmulatorException refused = assertThrows(EmulatorException.class, () -> KinesisEmulator.start(settings));

            assertEquals(
                    "another desk (process " + ProcessHandle.current().pid() + ") is running on " + folder
                            + ": stop it first, or give this one its own state folder",
                    refused.getMessage());
            assertTrue(running.isAlive());
        }
    }

    @Test
    void aStrangerWithTheRememberedProcessIdIsLeftAlone() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        Process stranger = new ProcessBuilder("node", "-e", "setTimeout(() => {}, 30000)").start();
        Files.writeString(
                settings.processFile(), "emulator_pid=" + stranger.pid() + "\ndesk_pid=1\ndesk_started=never\n");
        try (KinesisEmulator _ = KinesisEmulator.start(settings)) {
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aBusyPortIsSaidInOneLine() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            EmulatorException busy = assertThrows(
                    EmulatorException.class, () -> KinesisEmulator.start(settings.onPort(taken.getLocalPort())));

            assertEquals(
                    "the Kinesis emulator did not start: port " + taken.getLocalPort()
                            + " is busy: choose another or end who holds it",
                    busy.getMessage());
        }
    }

    @Test
    void aMissingNodeIsSaidInOneLineWithWhatToDo() {
        EmulatorSettings settings = Emulators.settings(folder).with("no-such-node");

        EmulatorException missing = assertThrows(EmulatorException.class, () -> KinesisEmulator.start(settings));

        assertEquals(
                "Node.js was not found as 'no-such-node': install Node.js 18 or newer (Debian: apt-get install nodejs"
                        + " npm), or let AWS_ENDPOINT_URL_KINESIS name another Kinesis",
                missing.getMessage());
    }

    @Test
    void anEmulatorThatWasNeverInstalledIsSaidInOneLine() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        EmulatorSettings settings = EmulatorSettings.of(empty, folder);

        EmulatorException absent = assertThrows(EmulatorException.class, () -> KinesisEmulator.start(settings));
        Files.createFile(empty.resolve("server.js"));
        EmulatorException bare = assertThrows(EmulatorException.class, () -> KinesisEmulator.start(settings));

        assertEquals("the Kinesis emulator is not in " + empty + ": expected server.js there", absent.getMessage());
        assertEquals(
                "the Kinesis emulator's packages are missing: run " + empty + "/install.sh once", bare.getMessage());
    }

    @Test
    void aRecordOfAlmostOneMebibyteComesBackWhole() throws Exception {
        byte[] big = new byte[1_000_000];
        new Random(7).nextBytes(big);
        try (KinesisEmulator emulator = KinesisEmulator.start(Emulators.settings(folder));
                KinesisClient client = emulator.newClient()) {
            new KinesisStreamWriter(client, MARKET).put(List.of(new Outgoing("BTCUSDT", big)));

            assertArrayEquals(big, Emulators.readAll(client, MARKET).getFirst().data());
        }
    }

    @Test
    void theStandardEndpointSettingReachesIt() throws Exception {
        try (KinesisEmulator emulator = KinesisEmulator.start(Emulators.settings(folder))) {
            Map<String, String> standard = Map.of(
                    "aws.endpointUrlKinesis", emulator.endpoint().toString(),
                    "aws.region", "us-east-1",
                    "aws.accessKeyId", "local",
                    "aws.secretAccessKey", "local");
            standard.forEach(System::setProperty);
            try (KinesisClient client = KinesisClients.create()) {
                put(client, 0, 2);
                assertEquals(List.of("0", "1"), Emulators.texts(Emulators.readAll(client, MARKET)));
            } finally {
                standard.keySet().forEach(System::clearProperty);
            }
        }
    }

    @Test
    void recordsOlderThanTheRetentionAreGoneAfterAStart() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                KinesisClient client = emulator.newClient()) {
            put(client, 0, 2_500);
        }

        try (KinesisEmulator emulator = KinesisEmulator.start(settings.keeping(0));
                KinesisClient client = emulator.newClient()) {
            assertEquals(List.of(), Emulators.readAll(client, MARKET));
            put(client, 2_500, 1);
            assertEquals(List.of("2500"), Emulators.texts(Emulators.readAll(client, MARKET)));
        }
    }

    private static void put(KinesisClient client, int from, int count) throws Exception {
        new KinesisStreamWriter(client, MARKET).put(Emulators.records(from, count));
    }

    private static List<String> numbers(List<StreamRecord> records) {
        return records.stream().map(StreamRecord::sequenceNumber).toList();
    }
}
