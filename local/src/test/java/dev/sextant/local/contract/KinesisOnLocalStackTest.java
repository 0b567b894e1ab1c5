package dev.sextant.local.contract;

import java.nio.file.Path;

/** On LocalStack, where Docker answers. */
class KinesisOnLocalStackTest extends KinesisContract {

    @Override
    Service open(Path folder) throws InterruptedException {
        return LocalStack.start("kinesis");
    }
}
