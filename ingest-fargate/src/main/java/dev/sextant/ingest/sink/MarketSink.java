package dev.sextant.ingest.sink;

import dev.sextant.domain.market.MarketRecord;
import java.util.List;

/** The {@code market} stream. Keeps the order of one symbol's records; may accept a record twice. */
@FunctionalInterface
public interface MarketSink {

    /**
     * Returns once all records are durable.
     *
     * @throws SinkException with the remainder, after bounded retries
     */
    Receipt put(List<? extends MarketRecord> records) throws SinkException;
}
