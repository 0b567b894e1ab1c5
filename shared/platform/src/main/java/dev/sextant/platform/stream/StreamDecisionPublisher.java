package dev.sextant.platform.stream;

import dev.sextant.domain.event.DecisionPublisher;
import dev.sextant.domain.event.DecisionRecord;
import java.util.List;

/** Publishes decision records on a stream, keyed by account. Used by the functions that emit them. */
public final class StreamDecisionPublisher implements DecisionPublisher {

    private final StreamWriter writer;

    public StreamDecisionPublisher(StreamWriter writer) {
        this.writer = writer;
    }

    /** @throws IllegalStateException when the stream stays away; the caller's delivery is then repeated as a whole */
    @Override
    public void publish(List<? extends DecisionRecord> records) {
        List<Outgoing> outgoing = records.stream()
                .map(record -> new Outgoing(record.account().name(), DecisionCodec.encode(record)))
                .toList();
        try {
            writer.put(outgoing);
        } catch (StreamUnavailableException e) {
            throw new IllegalStateException("decisions not published: " + e.getMessage(), e);
        }
    }
}
