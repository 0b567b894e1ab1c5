package dev.sextant.local.poller;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.platform.stream.StreamRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;

/**
 * Keeps batches that were given up, one JSON file each: what Lambda writes to an S3 on-failure destination, the records
 * whole. The file's name comes from the batch, so giving it up twice leaves one file.
 */
final class FailedBatches {

    /** Why a batch was given up, in Lambda's words. */
    enum Condition {
        RETRY_ATTEMPTS_EXHAUSTED("RetryAttemptsExhausted"),
        RECORD_AGE_EXCEEDED("RecordAgeExceeded");

        private final String lambdaName;

        Condition(String lambdaName) {
            this.lambdaName = lambdaName;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String mapping;
    private final Path folder;
    private final String streamArn;

    FailedBatches(String mapping, Path folder, String streamArn) {
        this.mapping = mapping;
        this.folder = folder.resolve(mapping);
        this.streamArn = streamArn;
    }

    /** Returns the file once it is in place. */
    Path keep(List<StreamRecord> batch, Condition condition, int invocations, String why, long nowMs) {
        StreamRecord first = batch.getFirst();
        Path file = folder.resolve(first.shardId() + "-" + first.sequenceNumber() + "-" + batch.size() + ".json");
        try {
            Files.createDirectories(folder);
            Path next = file.resolveSibling(file.getFileName() + ".new");
            JSON.writerWithDefaultPrettyPrinter()
                    .writeValue(next.toFile(), invocationRecord(batch, condition, invocations, why, nowMs));
            return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("a failed batch of " + mapping + " can't be kept in " + folder, e);
        }
    }

    private ObjectNode invocationRecord(
            List<StreamRecord> batch, Condition condition, int invocations, String why, long nowMs) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("requestContext")
                .put("functionArn", mapping)
                .put("condition", condition.lambdaName)
                .put("approximateInvokeCount", invocations);
        root.putObject("responseContext").put("functionError", why);
        root.put("version", "1.0");
        root.put("timestamp", Instant.ofEpochMilli(nowMs).toString());
        StreamRecord first = batch.getFirst();
        StreamRecord last = batch.getLast();
        root.putObject("KinesisBatchInfo")
                .put("shardId", first.shardId())
                .put("startSequenceNumber", first.sequenceNumber())
                .put("endSequenceNumber", last.sequenceNumber())
                .put(
                        "approximateArrivalOfFirstRecord",
                        Instant.ofEpochMilli(first.arrivedAtMs()).toString())
                .put(
                        "approximateArrivalOfLastRecord",
                        Instant.ofEpochMilli(last.arrivedAtMs()).toString())
                .put("batchSize", batch.size())
                .put("streamArn", streamArn);
        ArrayNode records = root.putObject("payload").putArray("Records");
        batch.forEach(record -> records.addObject()
                .put("eventID", record.shardId() + ":" + record.sequenceNumber())
                .put("eventSourceARN", streamArn)
                .putObject("kinesis")
                .put("partitionKey", record.partitionKey())
                .put("sequenceNumber", record.sequenceNumber())
                .put("data", record.data())
                .put("approximateArrivalTimestamp", record.arrivedAtMs() / 1_000.0));
        return root;
    }
}
