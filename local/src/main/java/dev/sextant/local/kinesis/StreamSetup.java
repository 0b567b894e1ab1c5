package dev.sextant.local.kinesis;

import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;

/** Creates the streams that are not there yet, with one shard each: one shard is one ordering domain for its keys. */
final class StreamSetup {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private StreamSetup() {}

    static void ensure(KinesisClient client, List<String> streams) {
        List<String> present = client.listStreams().streamNames();
        for (String stream : streams) {
            if (!present.contains(stream)) {
                create(client, stream);
            }
        }
    }

    private static void create(KinesisClient client, String stream) {
        try {
            client.createStream(request -> request.streamName(stream).shardCount(1));
        } catch (ResourceInUseException e) {
            // Somebody else was faster; the wait below is for both.
        }
        client.waiter()
                .waitUntilStreamExists(
                        request -> request.streamName(stream),
                        wait -> wait.waitTimeout(PATIENCE)
                                .backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(5)))
                                .maxAttempts(1_000));
    }
}
