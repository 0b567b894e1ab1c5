package dev.sextant.local.poller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.local.kinesis.EmulatorSettings;
import dev.sextant.local.kinesis.Emulators;
import dev.sextant.local.kinesis.KinesisEmulator;
import dev.sextant.platform.stream.KinesisStreamReader;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.PutReceipt;
import dev.sextant.platform.stream.StreamPosition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The same mapping over the real emulator, through real sockets and real processes. */
@Timeout(60)
class MappingOnKinesisTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String MARKET = EmulatorSettings.MARKET_STREAM;

    @TempDir
    Path folder;

    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void recordsArriveOnceInOrderAndARestartGoesOnBehindTheCheckpoint() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                KinesisClient client = emulator.newClient()) {
            try (EventSourceMapping mapping = mapping(client)) {
                mapping.start();
                assertTrue(mapping.awaitProcessed(put(client, 0, 1_200), PATIENCE));
            }
            PutReceipt meanwhile = put(client, 1_200, 10);
            try (EventSourceMapping mapping = mapping(client)) {
                mapping.start();
                assertTrue(mapping.awaitProcessed(meanwhile, PATIENCE));
                assertEquals(10, mapping.status().recordsSeen());
            }
        }
        assertEquals(numbers(1_210), seen);
    }

    @Test
    void aMappingThatStartsAtTheTipSeesWhatArrivesFromThenOn() throws Exception {
        try (KinesisEmulator emulator = KinesisEmulator.start(Emulators.settings(folder));
                KinesisClient client = emulator.newClient()) {
            put(client, 0, 5);
            try (EventSourceMapping mapping = mapping(client, new StreamPosition.Latest())) {
                mapping.start();
                assertTrue(mapping.awaitProcessed(put(client, 5, 5), PATIENCE));
            }
        }
        assertEquals(List.of("5", "6", "7", "8", "9"), seen);
    }

    @Test
    void aKilledEmulatorThatComesBackLosesNothingAndTheMappingGoesOn() throws Exception {
        EmulatorSettings settings = Emulators.settings(folder);
        KinesisEmulator first = KinesisEmulator.start(settings);
        EmulatorSettings samePort = settings.onPort(first.endpoint().getPort());
        try (KinesisClient client = first.newClient();
                EventSourceMapping mapping = mapping(client)) {
            put(client, 0, 500);
            mapping.start();
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            first.onExit().join();
            try (KinesisEmulator _ = KinesisEmulator.start(samePort)) {
                assertTrue(mapping.awaitProcessed(put(client, 500, 500), PATIENCE));
            }
        }
        assertEquals(numbers(1_000), List.copyOf(new LinkedHashSet<>(seen)));
    }

    private EventSourceMapping mapping(KinesisClient client) throws Exception {
        return mapping(client, new StreamPosition.TrimHorizon());
    }

    private EventSourceMapping mapping(KinesisClient client, StreamPosition startAt) throws Exception {
        return EventSourceMapping.ofFunction(
                MappingConfig.named("signal-scorer", folder.resolve("failed")).startingAt(startAt),
                new KinesisStreamReader(client, MARKET, System::currentTimeMillis),
                this::see,
                new FileCheckpoints(folder.resolve("checkpoints")),
                System::currentTimeMillis,
                MappingListener.NONE);
    }

    private StreamsEventResponse see(KinesisEvent event) {
        event.getRecords()
                .forEach(record -> seen.add(StandardCharsets.UTF_8
                        .decode(record.getKinesis().getData())
                        .toString()));
        return new StreamsEventResponse(List.of());
    }

    private static PutReceipt put(KinesisClient client, int from, int count) throws Exception {
        return new KinesisStreamWriter(client, MARKET).put(Emulators.records(from, count));
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
