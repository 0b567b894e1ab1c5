package dev.sextant.ingest.sink;

import dev.sextant.domain.event.Tick;
import java.util.List;

/** The {@code decisions} stream, as far as the ingest writes it. Keeps the order of one account's ticks. */
@FunctionalInterface
public interface DecisionSink {

    /**
     * Returns once all ticks are durable.
     *
     * @throws SinkException with the remainder, after bounded retries
     */
    Receipt put(List<Tick> ticks) throws SinkException;
}
