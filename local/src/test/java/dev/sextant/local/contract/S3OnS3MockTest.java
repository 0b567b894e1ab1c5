package dev.sextant.local.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** On Adobe's S3Mock. */
class S3OnS3MockTest extends S3Contract {

    @Override
    Service open(Path folder) throws Exception {
        Path libraries = Path.of("s3mock/target/lib").toAbsolutePath();
        Assumptions.assumeTrue(
                libraries.toFile().isDirectory(),
                "skipped: S3Mock is not there; './mvnw verify' fetches it, or './mvnw -pl local/s3mock verify' alone");
        S3Mock mock = S3Mock.start(libraries, folder);
        return new Service(mock.endpoint(), mock::close);
    }
}
