package dev.sextant.local.kinesis;

import java.nio.file.Path;
import java.util.List;

/**
 * How the emulator is run.
 *
 * @param home the folder with {@code server.js} and {@code node_modules}: {@code local/kinesis-emulator}
 * @param stateFolder where {@code kinesis/} (the data), {@code kinesis.log} and {@code kinesis.process} lie
 * @param port on 127.0.0.1; 0 takes a free one
 * @param retentionHours records older than this are deleted at the start and every hour
 * @param node the Node.js to run
 * @param streams created with one shard each where absent
 */
public record EmulatorSettings(
        Path home, Path stateFolder, int port, int retentionHours, String node, List<String> streams) {

    public static final String MARKET_STREAM = "sextant-market";
    public static final String DECISIONS_STREAM = "sextant-decisions";

    public EmulatorSettings {
        home = home.toAbsolutePath().normalize();
        stateFolder = stateFolder.toAbsolutePath().normalize();
        streams = List.copyOf(streams);
    }

    /** The desk's two streams on a free port, kept for Kinesis' own 24 hours. */
    public static EmulatorSettings of(Path home, Path stateFolder) {
        return new EmulatorSettings(home, stateFolder, 0, 24, "node", List.of(MARKET_STREAM, DECISIONS_STREAM));
    }

    public EmulatorSettings onPort(int port) {
        return new EmulatorSettings(home, stateFolder, port, retentionHours, node, streams);
    }

    public EmulatorSettings keeping(int retentionHours) {
        return new EmulatorSettings(home, stateFolder, port, retentionHours, node, streams);
    }

    public EmulatorSettings with(String node) {
        return new EmulatorSettings(home, stateFolder, port, retentionHours, node, streams);
    }

    Path server() {
        return home.resolve("server.js");
    }

    Path dataFolder() {
        return stateFolder.resolve("kinesis");
    }

    Path log() {
        return stateFolder.resolve("kinesis.log");
    }

    Path processFile() {
        return stateFolder.resolve("kinesis.process");
    }
}
