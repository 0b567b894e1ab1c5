package dev.sextant.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.telemetry.Metrics;
import dev.sextant.venues.http.MonotonicClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/**
 * The library itself between the desk's Kinesis emulator and DynamoDB Local. Before its first lease the library waits for
 * up to half a minute, drawn by chance; that is most of this test's time.
 */
class LibraryTest {

    private static final String STREAM = "sextant-market";
    private static final String NAME = "sextant-test-recorder";
    private static final int PATIENCE_S = 60;

    /** A worker as the program has one, with a recorder that only notes what it is given. */
    private static final class Worker {

        private final BlockingQueue<String> given = new LinkedBlockingQueue<>();
        private final Stop stop = new Stop();
        private final StreamReading reading;
        private final Thread thread;

        Worker(String name, KclClients clients, BatchHandler first) {
            ScriptedHandler script = new ScriptedHandler().then(first);
            BatchHandler recorder = batch -> {
                BatchResult result = script.handle(batch);
                batch.forEach(record -> given.add(new String(record.data(), StandardCharsets.UTF_8)));
                return result;
            };
            this.reading = new StreamReading(
                    STREAM,
                    NAME,
                    name,
                    clients,
                    () -> new ShardProcessor(recorder, Metrics.NONE, stop, MonotonicClock.system()));
            this.thread = Thread.ofPlatform().daemon().name(name).start(reading::run);
        }

        List<String> next(int count) throws InterruptedException {
            List<String> next = new ArrayList<>();
            while (next.size() < count) {
                next.add(Objects.requireNonNull(
                        given.poll(PATIENCE_S, TimeUnit.SECONDS),
                        "only " + next + " came within " + PATIENCE_S + " s"));
            }
            return next;
        }

        long stopMs() throws InterruptedException {
            long startedMs = MonotonicClock.system().nowMs();
            stop.ask();
            assertTrue(reading.stop(Duration.ofSeconds(10)));
            thread.join(Duration.ofSeconds(10));
            return MonotonicClock.system().nowMs() - startedMs;
        }
    }

    private static <B extends AwsClientBuilder<B, ?>> B local(B builder) {
        return builder.region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    private static List<String> records(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "record " + number)
                .toList();
    }

    private static void put(KinesisClient kinesis, List<String> records) {
        kinesis.putRecords(request -> request.streamName(STREAM)
                .records(records.stream()
                        .map(text -> PutRecordsRequestEntry.builder()
                                .partitionKey("BTCUSDT")
                                .data(SdkBytes.fromUtf8String(text))
                                .build())
                        .toList()));
    }

    @Test
    @Timeout(240)
    void everyRecordIsHandedOverOnceStoredNoneIsReadAgainAndTheNextWorkerGoesOnBehindTheLastCheckpoint(
            @TempDir Path folder) throws Exception {
        AskedOf ofDynamo = new AskedOf();
        AskedOf ofKinesis = new AskedOf();
        AskedOf ofCloudWatch = new AskedOf();
        try (LocalKinesis streams = LocalKinesis.start(folder);
                LocalDynamo tables = LocalDynamo.start();
                KinesisClient writer = streams.client();
                SdkAsyncHttpClient http = KclClients.newHttp();
                KclClients clients = new KclClients(
                        http,
                        local(KinesisAsyncClient.builder())
                                .endpointOverride(streams.endpoint())
                                .httpClient(http)
                                .overrideConfiguration(config -> config.addExecutionInterceptor(ofKinesis))
                                .build(),
                        local(DynamoDbAsyncClient.builder())
                                .endpointOverride(tables.endpoint())
                                .httpClient(http)
                                .overrideConfiguration(config -> config.addExecutionInterceptor(ofDynamo))
                                .build(),
                        local(CloudWatchAsyncClient.builder())
                                .endpointOverride(tables.endpoint())
                                .httpClient(http)
                                .overrideConfiguration(config -> config.addExecutionInterceptor(ofCloudWatch))
                                .build())) {
            LocalKinesis.createStream(writer, STREAM);
            put(writer, records(1, 30));
            Worker first = new Worker("first", clients, _ -> {
                throw new IllegalStateException("the database is away at first");
            });
            assertEquals(records(1, 30), first.next(30));
            put(writer, records(31, 40));
            assertEquals(records(31, 40), first.next(10));
            long stoppedWithinMs = first.stopMs();
            assertTrue(stoppedWithinMs < 10_000, stoppedWithinMs + " ms");

            put(writer, records(41, 60));
            Worker second = new Worker("second", clients, _ -> new BatchResult.Done());
            assertEquals(records(41, 60), second.next(20));
            second.stopMs();
            assertTrue(first.given.isEmpty());
            assertTrue(second.given.isEmpty());
            System.out.println(ofDynamo.operations());
            System.out.println(ofKinesis.operations());
            System.out.println(ofCloudWatch.operations());
        }
    }
}
