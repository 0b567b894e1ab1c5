package dev.sextant.local.contract;

import java.nio.file.Path;

/** On LocalStack, where Docker answers. */
class S3OnLocalStackTest extends S3Contract {

    @Override
    Service open(Path folder) throws InterruptedException {
        return LocalStack.start("s3");
    }
}
