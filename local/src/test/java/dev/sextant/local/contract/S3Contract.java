package dev.sextant.local.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.ingest.archive.ObjectStore;
import dev.sextant.ingest.archive.ObjectStoreException;
import dev.sextant.ingest.archive.S3Objects;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the archive relies on of S3, through its own class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
abstract class S3Contract {

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final String KEY = "trades/BTCUSDT/2025/03/BTCUSDT-aggTrades-2025-03-03T00-0123456789ab.csv.gz";
    private static final int MANY_BYTES = 8 * 1024 * 1024;

    private @Nullable Service service;
    private @Nullable TestAbortedException absent;
    private S3Client client;
    private String bucket;
    private ObjectStore objects;

    /** Starts the service, or skips with a line that says why. */
    abstract Service open(Path folder) throws Exception;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        try {
            service = open(folder);
        } catch (TestAbortedException e) {
            // Told by each test, so that a report lists what did not run.
            absent = e;
        }
    }

    @BeforeEach
    void newBucket() {
        if (absent != null) {
            throw absent;
        }
        client = S3Client.builder()
                .endpointOverride(Objects.requireNonNull(service).endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        bucket = "sextant-archive-" + BUCKETS.incrementAndGet();
        client.createBucket(request -> request.bucket(bucket));
        objects = new S3Objects(client, bucket);
    }

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
    }

    @AfterAll
    void end() {
        if (service != null) {
            service.end().run();
        }
    }

    private byte[] get(String key) {
        return client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                .asByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anObjectComesBackAsItWasPut() throws Exception {
        byte[] content = new byte[MANY_BYTES];
        new Random(1).nextBytes(content);
        objects.put("large/" + KEY, content);
        assertArrayEquals(content, get("large/" + KEY));
    }

    @Test
    void anObjectWithoutBytesIsOneToo() throws Exception {
        objects.put("empty", new byte[0]);
        assertEquals(0, get("empty").length);
    }

    @Test
    void theSameKeyAgainReplacesTheObject() throws Exception {
        objects.put(KEY, bytes("first"));
        objects.put(KEY, bytes("second"));
        assertArrayEquals(bytes("second"), get(KEY));
    }

    @Test
    void anObjectThatIsDamagedOnItsWayIsRefusedAndNotKept() {
        String ofAnother = "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="; // of "abc"
        assertThrows(
                S3Exception.class,
                () -> client.putObject(
                        request -> request.bucket(bucket).key("damaged").checksumSHA256(ofAnother),
                        RequestBody.fromString("abd")));
        assertThrows(S3Exception.class, () -> get("damaged"));
    }

    @Test
    void aBucketThatIsNotThereIsNamed() {
        ObjectStoreException failure = assertThrows(
                ObjectStoreException.class, () -> new S3Objects(client, "sextant-nowhere").put(KEY, bytes("x")));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("s3://sextant-nowhere/" + KEY + " can't be written: "), message);
    }
}
