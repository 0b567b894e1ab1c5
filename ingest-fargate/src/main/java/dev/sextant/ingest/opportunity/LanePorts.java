package dev.sextant.ingest.opportunity;

import dev.sextant.domain.instrument.Instrument;
import dev.sextant.ingest.sink.DecisionSink;
import dev.sextant.ingest.sink.MarketSink;
import dev.sextant.ingest.sink.Receipt;
import java.util.function.Consumer;

/**
 * What the stream lane's beginning writes to, beside the sinks that the market's own records go through.
 *
 * @param instruments keeps what the venue says of a pair, which orders are checked against
 */
public record LanePorts(MarketSink market, DecisionSink decisions, Consumer<Instrument> instruments) {

    /** Of a desk without the lane. */
    public static final LanePorts NONE = new LanePorts(frames -> Receipt.NONE, ticks -> Receipt.NONE, instrument -> {});
}
