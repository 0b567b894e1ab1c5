package dev.sextant.recorder;

import java.time.Duration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/**
 * The library's clients, over HTTP/1.1: nothing here streams. CloudWatch's is asked for by the library and never called,
 * because its metrics are off.
 */
record KclClients(
        SdkAsyncHttpClient http,
        KinesisAsyncClient kinesis,
        DynamoDbAsyncClient dynamo,
        CloudWatchAsyncClient cloudWatch)
        implements AutoCloseable {

    /** By the standard environment: region, credentials, {@code AWS_ENDPOINT_URL_…}. */
    static KclClients create() {
        SdkAsyncHttpClient http = newHttp();
        return new KclClients(
                http,
                KinesisAsyncClient.builder().httpClient(http).build(),
                DynamoDbAsyncClient.builder().httpClient(http).build(),
                CloudWatchAsyncClient.builder().httpClient(http).build());
    }

    static SdkAsyncHttpClient newHttp() {
        return NettyNioAsyncHttpClient.builder()
                .protocol(Protocol.HTTP1_1)
                .connectionTimeout(Duration.ofSeconds(3))
                .build();
    }

    @Override
    public void close() {
        kinesis.close();
        dynamo.close();
        cloudWatch.close();
        http.close();
    }
}
