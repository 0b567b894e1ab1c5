package dev.sextant.platform.lambda;

import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.sextant.platform.stream.CorruptRecordException;
import dev.sextant.platform.telemetry.Metrics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds a Kinesis batch to a consumer in order. A record that can't be decoded goes to the dead letters and the loop
 * goes on; a consumer's failure stops the loop, and the answer names that record, so that Lambda retries from there.
 *
 * @param <T> what a record decodes to
 */
public final class RecordLoop<T> {

    /** Decodes one record's data. */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(byte[] data) throws CorruptRecordException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(RecordLoop.class);

    private final Decoder<T> decoder;
    private final Consumer<T> consumer;
    private final DeadLetters deadLetters;
    private final Metrics metrics;

    /** @param metrics flushed after each batch; how many and how long, Lambda itself tells */
    public RecordLoop(Decoder<T> decoder, Consumer<T> consumer, DeadLetters deadLetters, Metrics metrics) {
        this.decoder = decoder;
        this.consumer = consumer;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    /** Processes a batch; the response is empty when all of it was handled. */
    public StreamsEventResponse handle(KinesisEvent event) {
        try {
            return handleInOrder(event);
        } finally {
            metrics.flush();
        }
    }

    private StreamsEventResponse handleInOrder(KinesisEvent event) {
        for (KinesisEvent.KinesisEventRecord record : event.getRecords()) {
            String sequence = record.getKinesis().getSequenceNumber();
            try {
                handle(record, sequence);
            } catch (RuntimeException e) {
                // Whatever it was, the rule is the same: nothing after this record may be handled before it is.
                metrics.count("BatchFailures", 1);
                LOG.error("record {} failed, the batch stops there: {}", sequence, e.toString(), e);
                return new StreamsEventResponse(List.of(new StreamsEventResponse.BatchItemFailure(sequence)));
            }
        }
        return new StreamsEventResponse(List.of());
    }

    private void handle(KinesisEvent.KinesisEventRecord record, String sequence) {
        ByteBuffer data = record.getKinesis().getData().duplicate();
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        T decoded;
        try {
            decoded = decoder.decode(bytes);
        } catch (CorruptRecordException e) {
            LOG.warn("record {} is unreadable and kept aside: {}", sequence, e.getMessage());
            metrics.count("DeadLetters", 1);
            deadLetters.keep(record.getEventSourceARN(), sequence, bytes, String.valueOf(e.getMessage()));
            return;
        }
        consumer.accept(decoded);
    }
}
