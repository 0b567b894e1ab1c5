package dev.sextant.local.contract;

import dev.sextant.local.kinesis.Emulators;
import dev.sextant.local.kinesis.KinesisEmulator;
import java.nio.file.Path;

/** On the emulator that the local desk runs. */
class KinesisOnKinesaliteTest extends KinesisContract {

    @Override
    Service open(Path folder) {
        KinesisEmulator emulator = KinesisEmulator.start(Emulators.settings(folder));
        return new Service(emulator.endpoint(), emulator::close);
    }
}
