package dev.sextant.ingest.sink;

import dev.sextant.domain.event.DecisionRecord;
import java.util.List;

/** The {@code decisions} stream, as far as the ingest writes it. Keeps the order of one account's records. */
@FunctionalInterface
public interface DecisionSink {

    /**
     * Returns once all records are durable.
     *
     * @throws SinkException with the remainder, after bounded retries
     */
    Receipt put(List<? extends DecisionRecord> records) throws SinkException;
}
