package dev.sextant.platform.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/** A Kinesis that answers PutRecords by a script and takes everything once the script has ended. */
final class ScriptedKinesis implements KinesisClient {

    /** What happens to one request. */
    sealed interface Step {
        /** Records at these places fail, the others are taken. */
        record Fail(Set<Integer> places) implements Step {}

        /** Nothing is taken. */
        record RefuseWith(SdkException answer) implements Step {}

        /** Everything is taken, but the caller hears only this. */
        record TakeButAnswer(SdkException answer) implements Step {}
    }

    final List<List<String>> requests = new ArrayList<>();
    final List<String> taken = new ArrayList<>();
    private final Deque<Step> script = new ArrayDeque<>();
    private int inFlight;

    ScriptedKinesis then(Step step) {
        script.add(step);
        return this;
    }

    @Override
    public PutRecordsResponse putRecords(PutRecordsRequest request) {
        if (++inFlight > 1) {
            throw new AssertionError("two requests are in flight");
        }
        try {
            requests.add(request.records().stream().map(ScriptedKinesis::print).toList());
            return answer(request.records(), script.isEmpty() ? new Step.Fail(Set.of()) : script.remove());
        } finally {
            inFlight--;
        }
    }

    private PutRecordsResponse answer(List<PutRecordsRequestEntry> records, Step step) {
        return switch (step) {
            case Step.Fail fail -> take(records, fail.places);
            case Step.RefuseWith refuse -> throw refuse.answer;
            case Step.TakeButAnswer take -> {
                take(records, Set.of());
                throw take.answer;
            }
        };
    }

    private PutRecordsResponse take(List<PutRecordsRequestEntry> records, Set<Integer> failing) {
        List<PutRecordsResultEntry> results = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (failing.contains(i)) {
                results.add(PutRecordsResultEntry.builder()
                        .errorCode("ProvisionedThroughputExceededException")
                        .errorMessage("slow down")
                        .build());
            } else {
                taken.add(print(records.get(i)));
                results.add(PutRecordsResultEntry.builder()
                        .shardId("shardId-000000000000")
                        .sequenceNumber(Integer.toString(taken.size()))
                        .build());
            }
        }
        return PutRecordsResponse.builder().records(results).build();
    }

    private static String print(PutRecordsRequestEntry record) {
        return record.partitionKey() + record.data().asUtf8String();
    }

    @Override
    public String serviceName() {
        return "kinesis";
    }

    @Override
    public void close() {}
}
