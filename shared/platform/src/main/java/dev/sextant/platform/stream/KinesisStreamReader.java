package dev.sextant.platform.stream;

import dev.sextant.domain.time.EpochClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ListShardsRequest;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;

/** {@link StreamReader} with the standard iterators of Kinesis. */
public final class KinesisStreamReader implements StreamReader {

    private final KinesisClient client;
    private final String streamName;
    private final EpochClock wallClock;

    /**
     * Reads one stream.
     *
     * @param wallClock tells the moment that {@link StreamPosition.Latest} means
     */
    public KinesisStreamReader(KinesisClient client, String streamName, EpochClock wallClock) {
        this.client = client;
        this.streamName = streamName;
        this.wallClock = wallClock;
    }

    @Override
    public String streamArn() throws StreamUnavailableException {
        try {
            return client.describeStreamSummary(request -> request.streamName(streamName))
                    .streamDescriptionSummary()
                    .streamARN();
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    @Override
    public List<String> shardIds() throws StreamUnavailableException {
        try {
            List<String> ids = new ArrayList<>();
            @Nullable String token = null;
            do {
                ListShardsResponse page = client.listShards(pageAt(token));
                page.shards().forEach(shard -> ids.add(shard.shardId()));
                token = page.nextToken();
            } while (token != null);
            return ids.stream().sorted().toList();
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    private ListShardsRequest pageAt(@Nullable String token) {
        ListShardsRequest.Builder request = ListShardsRequest.builder();
        return (token == null ? request.streamName(streamName) : request.nextToken(token)).build();
    }

    @Override
    public Cursor open(String shardId, StreamPosition from) throws StreamUnavailableException {
        KinesisCursor cursor = new KinesisCursor(client, streamName, shardId, from);
        if (from instanceof StreamPosition.Latest) {
            // "From now on" is settled here, and stays this moment when the iterator is lost before the first record.
            cursor.locate(new StreamPosition.AtTime(wallClock.nowMs()));
        }
        return cursor;
    }

    private StreamUnavailableException unavailable(SdkException e) {
        return new StreamUnavailableException("could not look at stream " + streamName + ": " + e.getMessage(), e);
    }
}
