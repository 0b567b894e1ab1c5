package dev.sextant.platform.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * {@link StreamWriter} over PutRecords. The service processes the records of a request one by one and goes on after a
 * failed one, and offers no ordering across requests. So one request is in flight at a time, and after a partial failure
 * each key's records are sent again from its first failed one on.
 */
public final class KinesisStreamWriter implements StreamWriter {

    private final KinesisClient client;
    private final String streamName;
    private final RetryPolicy retries;
    private final Sleeper sleeper;

    /** With the default retries. The client must not retry by itself: see {@link KinesisClients}. */
    public KinesisStreamWriter(KinesisClient client, String streamName) {
        this(client, streamName, RetryPolicy.DEFAULT, Thread::sleep);
    }

    public KinesisStreamWriter(KinesisClient client, String streamName, RetryPolicy retries, Sleeper sleeper) {
        this.client = client;
        this.streamName = streamName;
        this.retries = retries;
        this.sleeper = sleeper;
    }

    @Override
    public synchronized PutReceipt put(List<Outgoing> records) throws StreamUnavailableException {
        PutLimits.check(records);
        Deque<Outgoing> queue = new ArrayDeque<>(records);
        Accepted accepted = new Accepted();
        int failedAttempts = 0;
        while (!queue.isEmpty()) {
            List<Outgoing> request = PutLimits.firstRequest(queue);
            Attempt attempt = send(request, accepted);
            request.forEach(_ -> queue.removeFirst());
            attempt.unsent.reversed().forEach(queue::addFirst);
            failedAttempts = attempt.unsent.size() < request.size() ? 0 : failedAttempts + 1;
            if (attempt.isFinal || failedAttempts >= retries.maxAttempts()) {
                throw unavailable(attempt, accepted, queue);
            }
            if (!attempt.unsent.isEmpty()) {
                pause(Math.max(1, failedAttempts), attempt, accepted, queue);
            }
        }
        return accepted.receipt();
    }

    /**
     * @param unsent what must be sent again, in order
     * @param why the service's answer, null when all was accepted
     * @param isFinal sending the same again can't help
     */
    private record Attempt(
            List<Outgoing> unsent,
            @Nullable String why,
            @Nullable SdkException cause,
            boolean isFinal) {}

    private Attempt send(List<Outgoing> request, Accepted accepted) {
        List<PutRecordsResultEntry> results;
        try {
            results = client.putRecords(toRequest(request)).records();
        } catch (SdkException e) {
            // With or without an answer: the request may have been accepted, so all of it is sent again.
            return new Attempt(request, e.getMessage(), e, isFinal(e));
        }
        if (results.size() != request.size()) {
            return new Attempt(request, results.size() + " results for " + request.size() + " records", null, false);
        }
        return sorted(request, results, accepted);
    }

    private static Attempt sorted(List<Outgoing> request, List<PutRecordsResultEntry> results, Accepted accepted) {
        List<Outgoing> unsent = new ArrayList<>();
        Set<String> brokenKeys = new HashSet<>();
        String why = null;
        for (int i = 0; i < request.size(); i++) {
            Outgoing record = request.get(i);
            PutRecordsResultEntry result = results.get(i);
            if (result.errorCode() != null) {
                brokenKeys.add(record.partitionKey());
                why = result.errorCode() + ": " + result.errorMessage();
            }
            if (brokenKeys.contains(record.partitionKey())) {
                unsent.add(record);
            } else {
                accepted.add(result);
            }
        }
        return new Attempt(unsent, why, null, false);
    }

    private PutRecordsRequest toRequest(List<Outgoing> records) {
        return PutRecordsRequest.builder()
                .streamName(streamName)
                .records(records.stream()
                        .map(record -> PutRecordsRequestEntry.builder()
                                .partitionKey(record.partitionKey())
                                .data(SdkBytes.fromByteArrayUnsafe(record.data()))
                                .build())
                        .toList())
                .build();
    }

    /** A definite no: the stream is missing, access is denied, the request is wrong; or this thread is to stop. */
    private static boolean isFinal(SdkException e) {
        return e instanceof AbortedException
                || (e instanceof SdkServiceException service
                        && service.statusCode() >= 400
                        && service.statusCode() < 500
                        && !service.isThrottlingException());
    }

    private void pause(int failedAttempts, Attempt attempt, Accepted accepted, Deque<Outgoing> queue)
            throws StreamUnavailableException {
        try {
            sleeper.sleepMs(retries.pauseMs(failedAttempts));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(attempt, accepted, queue);
        }
    }

    private StreamUnavailableException unavailable(Attempt attempt, Accepted accepted, Deque<Outgoing> queue) {
        return new StreamUnavailableException(
                "stream " + streamName + " did not take " + queue.size() + " records: " + attempt.why,
                attempt.cause,
                accepted.receipt(),
                List.copyOf(queue));
    }

    /** Collects what one call has got through. */
    private static final class Accepted {
        private final Map<String, String> last = new TreeMap<>();
        private int records;

        private void add(PutRecordsResultEntry result) {
            last.merge(result.shardId(), result.sequenceNumber(), SequenceOrder::later);
            records++;
        }

        private PutReceipt receipt() {
            return new PutReceipt(last, records);
        }
    }
}
