package dev.sextant.platform.stream;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** A shard iterator that is drawn anew, behind the last record read, whenever it is lost. */
final class KinesisCursor implements StreamReader.Cursor {

    private final KinesisClient client;
    private final String streamName;
    private final String shardId;
    private StreamPosition place;
    private @Nullable String iterator;

    KinesisCursor(KinesisClient client, String streamName, String shardId, StreamPosition from) {
        this.client = client;
        this.streamName = streamName;
        this.shardId = shardId;
        this.place = from;
    }

    /** Draws the iterator now; if it is lost before the first record, the next one is drawn at {@code later}. */
    void locate(StreamPosition later) throws StreamUnavailableException {
        try {
            iterator = client.getShardIterator(iteratorAt(place)).shardIterator();
            place = later;
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    @Override
    public StreamReader.Page next(int limit) throws StreamUnavailableException {
        try {
            if (iterator == null) {
                iterator = client.getShardIterator(iteratorAt(place)).shardIterator();
            }
            String current = iterator;
            GetRecordsResponse response =
                    client.getRecords(request -> request.shardIterator(current).limit(limit));
            List<StreamRecord> records =
                    response.records().stream().map(this::toRecord).toList();
            if (!records.isEmpty()) {
                place = new StreamPosition.After(records.getLast().sequenceNumber());
            }
            iterator = response.nextShardIterator();
            return new StreamReader.Page(records, iterator == null);
        } catch (SdkException e) {
            // Expired (5 minutes), or refused after a restart of the service: the next call draws another.
            iterator = null;
            throw unavailable(e);
        }
    }

    private StreamUnavailableException unavailable(SdkException e) {
        return new StreamUnavailableException(
                "could not read shard " + shardId + " of stream " + streamName + ": " + e.getMessage(), e);
    }

    private GetShardIteratorRequest iteratorAt(StreamPosition position) {
        GetShardIteratorRequest.Builder request =
                GetShardIteratorRequest.builder().streamName(streamName).shardId(shardId);
        return switch (position) {
            case StreamPosition.TrimHorizon _ ->
                request.shardIteratorType(ShardIteratorType.TRIM_HORIZON).build();
            case StreamPosition.Latest _ ->
                request.shardIteratorType(ShardIteratorType.LATEST).build();
            case StreamPosition.AtTime at ->
                request.shardIteratorType(ShardIteratorType.AT_TIMESTAMP)
                        .timestamp(Instant.ofEpochMilli(at.arrivedAtMs()))
                        .build();
            case StreamPosition.After after ->
                request.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .startingSequenceNumber(after.sequenceNumber())
                        .build();
        };
    }

    private StreamRecord toRecord(Record delivered) {
        return new StreamRecord(
                shardId,
                delivered.sequenceNumber(),
                delivered.partitionKey(),
                delivered.data().asByteArrayUnsafe(),
                delivered.approximateArrivalTimestamp().toEpochMilli());
    }
}
