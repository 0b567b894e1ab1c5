package dev.sextant.local.poller;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A Lambda function that notes what it is called with, one letter a record, and answers as it is told. */
final class ScriptedFunction implements Function<KinesisEvent, StreamsEventResponse> {

    /** What to answer to a call, given its letters. */
    @FunctionalInterface
    interface Answer {
        @Nullable
        StreamsEventResponse to(String letters, KinesisEvent event);
    }

    final List<String> calls = new ArrayList<>();
    final List<KinesisEvent> events = new ArrayList<>();
    private Answer answer;

    ScriptedFunction(Answer answer) {
        this.answer = answer;
    }

    void answers(Answer next) {
        answer = next;
    }

    @Override
    @SuppressWarnings("NullAway") // The real thing may return null too, and that is a case under test.
    public StreamsEventResponse apply(KinesisEvent event) {
        String letters = event.getRecords().stream()
                .map(record -> letter(record.getKinesis().getData().duplicate()))
                .collect(Collectors.joining());
        calls.add(letters);
        events.add(event);
        return answer.to(letters, event);
    }

    private static String letter(java.nio.ByteBuffer data) {
        return StandardCharsets.UTF_8.decode(data).toString().substring(0, 1);
    }

    static Answer ok() {
        return (_, _) -> new StreamsEventResponse(List.of());
    }

    static Answer nothing() {
        return (_, _) -> null;
    }

    static Answer nullList() {
        return (_, _) -> new StreamsEventResponse();
    }

    /** Throws while a letter is in the batch. */
    static Answer throwsOn(String letter) {
        return (letters, event) -> {
            if (letters.contains(letter)) {
                throw new IllegalStateException("can't take " + letter);
            }
            return ok().to(letters, event);
        };
    }

    /** Reports the records with these letters, in this order. */
    static Answer reports(String failing) {
        return (letters, event) -> new StreamsEventResponse(failing.chars()
                .map(letters::indexOf)
                .filter(index -> index >= 0)
                .mapToObj(index -> new BatchItemFailure(
                        event.getRecords().get(index).getKinesis().getSequenceNumber()))
                .toList());
    }

    static Answer reportsId(@Nullable String id) {
        return (_, _) -> {
            BatchItemFailure failure = new BatchItemFailure();
            if (id != null) {
                failure.setItemIdentifier(id);
            }
            return new StreamsEventResponse(List.of(failure));
        };
    }
}
