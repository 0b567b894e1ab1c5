package dev.sextant.local.kinesis;

import dev.sextant.platform.stream.KinesisStreamReader;
import dev.sextant.platform.stream.Outgoing;
import dev.sextant.platform.stream.StreamPosition;
import dev.sextant.platform.stream.StreamReader;
import dev.sextant.platform.stream.StreamRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** What the tests against the real emulator share. */
public final class Emulators {

    public static final Path HOME = Path.of("kinesis-emulator").toAbsolutePath();

    private Emulators() {}

    /** Settings in a folder of the test's own; skips the test aloud where the emulator can't run. */
    public static EmulatorSettings settings(Path stateFolder) {
        Assumptions.assumeTrue(
                nodeRuns() && Files.exists(HOME.resolve("node_modules/kinesalite")),
                "skipped: Node.js or the emulator's packages are missing, see local/kinesis-emulator/install.sh");
        return EmulatorSettings.of(HOME, stateFolder);
    }

    private static boolean nodeRuns() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static List<Outgoing> records(int from, int count) {
        List<Outgoing> records = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            records.add(new Outgoing("BTCUSDT", Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
        }
        return records;
    }

    /** All records of a stream's first shard. */
    public static List<StreamRecord> readAll(KinesisClient client, String stream) throws Exception {
        StreamReader reader = new KinesisStreamReader(client, stream, System::currentTimeMillis);
        StreamReader.Cursor cursor = reader.open(reader.shardIds().getFirst(), new StreamPosition.TrimHorizon());
        List<StreamRecord> all = new ArrayList<>();
        for (StreamReader.Page page = cursor.next(1_000); !page.records().isEmpty(); page = cursor.next(1_000)) {
            all.addAll(page.records());
        }
        return all;
    }

    public static List<String> texts(List<StreamRecord> records) {
        return records.stream()
                .map(record -> new String(record.data(), StandardCharsets.UTF_8))
                .toList();
    }
}
