package dev.sextant.platform.stream;

import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;

/**
 * Kinesis clients as the desk uses them: HTTP/1.1 over the JDK's URLConnection, and no retries by the SDK, because the
 * stream classes retry by themselves and know which records to send again.
 */
public final class KinesisClients {

    private static final String CBOR = "aws.cborEnabled";

    private KinesisClients() {}

    /**
     * A client from the standard environment: region, credentials, and {@code AWS_ENDPOINT_URL_KINESIS} or {@code
     * AWS_ENDPOINT_URL} (or the system properties {@code aws.endpointUrlKinesis}, {@code aws.endpointUrl}) for an
     * emulator. With such an endpoint the whole process speaks JSON instead of CBOR, unless {@code aws.cborEnabled} says
     * otherwise: emulators truncate CBOR.
     */
    public static KinesisClient create() {
        boolean emulator = Stream.of(
                        System.getenv("AWS_ENDPOINT_URL_KINESIS"),
                        System.getenv("AWS_ENDPOINT_URL"),
                        System.getProperty("aws.endpointUrlKinesis"),
                        System.getProperty("aws.endpointUrl"))
                .anyMatch(url -> url != null && !url.isBlank());
        if (emulator) {
            speakJson();
        }
        return builder().build();
    }

    /** A client of an emulator at an address, with placeholder credentials. */
    public static KinesisClient at(URI endpoint) {
        speakJson();
        return builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
    }

    private static void speakJson() {
        if (System.getProperty(CBOR) == null) {
            System.setProperty(CBOR, "false");
        }
    }

    private static KinesisClientBuilder builder() {
        return KinesisClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(10)))
                .overrideConfiguration(config ->
                        config.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(Duration.ofSeconds(15)));
    }
}
