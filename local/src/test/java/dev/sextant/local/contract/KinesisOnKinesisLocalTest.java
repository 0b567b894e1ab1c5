package dev.sextant.local.contract;

import java.nio.file.Path;

/** On kinesis-mock, by another hand and in another language: what both do is no accident of one. */
class KinesisOnKinesisLocalTest extends KinesisContract {

    @Override
    Service open(Path folder) throws Exception {
        KinesisLocal local = KinesisLocal.start(KinesisLocal.install(), folder);
        return new Service(local.endpoint(), local::close);
    }
}
