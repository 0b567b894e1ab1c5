package dev.sextant.platform.sql;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.RdsDataClientBuilder;

/**
 * The SDK's Data API client together with the database it is meant for. The SDK never retries by itself, for it can't
 * tell a read from an effect; its time-outs are longer than the service's 45 s, so that the service's own verdict
 * arrives. The HTTP client is the AWS CRT's: the JDK's {@code HttpURLConnection} silently sends a POST again when a kept
 * connection breaks, which no statement with an effect survives.
 *
 * @param client the SDK client; closed with this
 * @param address the database
 */
public record DataApi(RdsDataClient client, DatabaseAddress address) implements AutoCloseable {

    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(55);

    /** Long enough for a slow TLS handshake from a Lambda, short enough to try again. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Below the idle limits of the service and of the local endpoint, so that nobody writes into a closing socket. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(15);

    /**
     * The client for where this process runs: region, credentials and endpoint ({@code AWS_ENDPOINT_URL},
     * {@code AWS_ENDPOINT_URL_RDS_DATA}) by the SDK's own rules, the database from the given environment.
     */
    public static DataApi fromEnvironment(Map<String, String> environment) {
        return new DataApi(builder().build(), DatabaseAddress.fromEnvironment(environment));
    }

    /** A client for the local endpoint, with credentials and a region that mean nothing. */
    public static DataApi local(URI endpoint) {
        return local(builder(), endpoint);
    }

    /** The same with a way of its own to get there, which the caller closes. */
    public static DataApi local(URI endpoint, SdkHttpClient http) {
        return local(unretried().httpClient(http), endpoint);
    }

    private static DataApi local(RdsDataClientBuilder builder, URI endpoint) {
        RdsDataClient client = builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build();
        return new DataApi(client, DatabaseAddress.LOCAL);
    }

    /** This client speaking to another address; closing either closes both. */
    public DataApi to(DatabaseAddress other) {
        return new DataApi(client, other);
    }

    private static RdsDataClientBuilder builder() {
        return unretried()
                .httpClientBuilder(AwsCrtHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .connectionMaxIdleTime(IDLE_TIMEOUT));
    }

    private static RdsDataClientBuilder unretried() {
        return RdsDataClient.builder()
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(CALL_TIMEOUT)
                        .build());
    }

    @Override
    public void close() {
        client.close();
    }
}
