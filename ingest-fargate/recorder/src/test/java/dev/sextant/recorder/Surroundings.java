package dev.sextant.recorder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** What the library needs around it: a stream, tables, and clients that note what is asked of them. */
final class Surroundings implements AutoCloseable {

    static final String STREAM = "sextant-market";
    static final String NAME = "sextant-test-recorder";

    private final AskedOf ofDynamo = new AskedOf();
    private final AskedOf ofKinesis = new AskedOf();
    private final AskedOf ofCloudWatch = new AskedOf();
    private final LocalKinesis streams;
    private final LocalDynamo tables;
    private final KinesisClient writer;
    final KclClients clients;

    Surroundings(Path folder) throws Exception {
        tables = LocalDynamo.start();
        streams = LocalKinesis.start(folder);
        writer = streams.client();
        LocalKinesis.createStream(writer, STREAM);
        SdkAsyncHttpClient http = KclClients.newHttp();
        clients = new KclClients(
                http,
                local(KinesisAsyncClient.builder(), ofKinesis)
                        .endpointOverride(streams.endpoint())
                        .httpClient(http)
                        .build(),
                local(DynamoDbAsyncClient.builder(), ofDynamo)
                        .endpointOverride(tables.endpoint())
                        .httpClient(http)
                        .build(),
                local(CloudWatchAsyncClient.builder(), ofCloudWatch)
                        .endpointOverride(tables.endpoint())
                        .httpClient(http)
                        .build());
    }

    private static <B extends AwsClientBuilder<B, ?>> B local(B builder, AskedOf asked) {
        return builder.region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .overrideConfiguration(config -> config.addExecutionInterceptor(asked));
    }

    /** Puts records on the stream and answers their sequence numbers. */
    List<String> put(List<String> records) {
        return writer
                .putRecords(request -> request.streamName(STREAM)
                        .records(records.stream()
                                .map(text -> PutRecordsRequestEntry.builder()
                                        .partitionKey("BTCUSDT")
                                        .data(SdkBytes.fromUtf8String(text))
                                        .build())
                                .toList()))
                .records()
                .stream()
                .map(PutRecordsResultEntry::sequenceNumber)
                .toList();
    }

    /** The library's table as an earlier worker left it, which had stored up to a record: nobody holds the lease. */
    void leaseLeftAt(String sequenceNumber) {
        clients.dynamo()
                .createTable(table -> table.tableName(NAME)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(text("leaseKey"), text("leaseOwner"))
                        .keySchema(key("leaseKey", KeyType.HASH))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("LeaseOwnerToLeaseKeyIndex")
                                .keySchema(key("leaseOwner", KeyType.HASH), key("leaseKey", KeyType.RANGE))
                                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                .build()))
                .join();
        clients.dynamo()
                .putItem(item -> item.tableName(NAME)
                        .item(Map.of(
                                "leaseKey", AttributeValue.fromS("shardId-000000000000"),
                                "leaseCounter", AttributeValue.fromN("7"),
                                "ownerSwitchesSinceCheckpoint", AttributeValue.fromN("0"),
                                "checkpoint", AttributeValue.fromS(sequenceNumber),
                                "checkpointSubSequenceNumber", AttributeValue.fromN("0"))))
                .join();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    Set<String> askedOfDynamo() {
        return ofDynamo.operations();
    }

    Set<String> askedOfKinesis() {
        return ofKinesis.operations();
    }

    Set<String> askedOfCloudWatch() {
        return ofCloudWatch.operations();
    }

    @Override
    public void close() {
        clients.close();
        writer.close();
        streams.close();
        tables.close();
    }
}
