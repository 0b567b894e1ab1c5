package dev.sextant.local.kinesis;

import dev.sextant.platform.stream.KinesisStreamWriter;
import java.nio.file.Path;

/** A desk of its own process: starts the emulator, puts records, says so, and waits to be killed. */
final class DeskThatDies {

    private DeskThatDies() {}

    public static void main(String[] arguments) throws Exception {
        EmulatorSettings settings = EmulatorSettings.of(Path.of(arguments[0]), Path.of(arguments[1]));
        try (KinesisEmulator emulator = KinesisEmulator.start(settings);
                var client = emulator.newClient()) {
            new KinesisStreamWriter(client, EmulatorSettings.MARKET_STREAM).put(Emulators.records(0, 1_000));
            System.out.println("put " + emulator.pid());
            System.in.read();
        }
    }
}
