package dev.sextant.local.desk;

import dev.sextant.local.kinesis.EmulatorSettings;
import dev.sextant.local.kinesis.KinesisEmulator;
import dev.sextant.platform.mapping.DeskStream;
import dev.sextant.platform.stream.KinesisStreamReader;
import dev.sextant.platform.stream.KinesisStreamWriter;
import dev.sextant.platform.stream.StreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The desk's streams: the Kinesis emulator and clients of it. */
final class Streams implements AutoCloseable {

    static final String MARKET = EmulatorSettings.MARKET_STREAM;
    static final String DECISIONS = EmulatorSettings.DECISIONS_STREAM;

    private final KinesisEmulator emulator;
    private final KinesisClient client;
    private final TrackingWriter decisions;

    private Streams(KinesisEmulator emulator) {
        this.emulator = emulator;
        this.client = emulator.newClient();
        this.decisions = new TrackingWriter(new KinesisStreamWriter(client, DECISIONS));
    }

    static String nameOf(DeskStream stream) {
        return switch (stream) {
            case MARKET -> MARKET;
            case DECISIONS -> DECISIONS;
        };
    }

    static Streams start(Path home, StateFolder state) {
        return new Streams(
                KinesisEmulator.start(EmulatorSettings.of(home.resolve("local/kinesis-emulator"), state.folder())));
    }

    /** Where the functions put decisions; shared by all of them in this process. */
    TrackingWriter decisions() {
        return decisions;
    }

    StreamReader reader(String stream) {
        return new KinesisStreamReader(client, stream, System::currentTimeMillis);
    }

    /** Completes when the emulator has ended, wanted or not. */
    CompletableFuture<Void> onExit() {
        return emulator.onExit();
    }

    URI endpoint() {
        return emulator.endpoint();
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}
