package dev.sextant.ingest.opportunity;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.instrument.Instrument;
import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.sink.DecisionSink;
import dev.sextant.ingest.sink.MarketSink;
import dev.sextant.ingest.sink.Receipt;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the stream lane's beginning writes to, beside the sinks that the market's own records go through.
 *
 * @param instruments keeps what the venue says of a pair, which orders are checked against
 * @param fees what the account that trades pays for taking, by pair, in millionths, as far as it is known
 */
public record LanePorts(
        MarketSink market,
        DecisionSink decisions,
        Consumer<Instrument> instruments,
        Function<Account, Map<Symbol, Integer>> fees) {

    /** Of a desk without the lane. */
    public static final LanePorts NONE =
            new LanePorts(frames -> Receipt.NONE, ticks -> Receipt.NONE, instrument -> {}, account -> Map.of());
}
