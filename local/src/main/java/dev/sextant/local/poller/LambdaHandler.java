package dev.sextant.local.poller;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.platform.stream.BatchHandler;
import dev.sextant.platform.stream.BatchResult;
import dev.sextant.platform.stream.SequenceOrder;
import dev.sextant.platform.stream.StreamRecord;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Calls a Lambda function that reports batch item failures. What its answers mean is AWS's ("Reporting batch item
 * failures"): nothing reported is success; the lowest number reported is where the retry starts; an empty, missing or
 * unknown number fails the whole batch.
 */
public final class LambdaHandler implements BatchHandler {

    private final Function<KinesisEvent, StreamsEventResponse> function;
    private final String streamArn;

    public LambdaHandler(Function<KinesisEvent, StreamsEventResponse> function, String streamArn) {
        this.function = function;
        this.streamArn = streamArn;
    }

    @Override
    @SuppressWarnings("NullAway") // AWS's response type is not annotated: it and all its parts may be null.
    public BatchResult handle(List<StreamRecord> batch) {
        StreamsEventResponse response = function.apply(KinesisEvents.of(batch, streamArn));
        if (response == null || response.getBatchItemFailures() == null) {
            return new BatchResult.Done();
        }
        Set<String> known = batch.stream().map(StreamRecord::sequenceNumber).collect(Collectors.toSet());
        List<String> failed = response.getBatchItemFailures().stream()
                .map(failure -> String.valueOf(failure == null ? null : failure.getItemIdentifier()))
                .toList();
        if (!known.containsAll(failed)) {
            return new BatchResult.Failed("the function reported records that are not in the batch: " + failed);
        }
        return failed.stream()
                .min(SequenceOrder.INSTANCE)
                .<BatchResult>map(BatchResult.FailedAt::new)
                .orElseGet(BatchResult.Done::new);
    }
}
