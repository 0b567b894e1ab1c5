package dev.sextant.simulation.feed;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.event.DecisionRecord;
import dev.sextant.domain.market.Symbol;
import dev.sextant.simulation.exchange.SimExchange;
import dev.sextant.simulation.fault.Faults;
import dev.sextant.simulation.kernel.Kernel;
import dev.sextant.simulation.store.ModelStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * What every ingest reaches.
 *
 * @param stream takes records of the decisions stream
 */
public record Site(
        Kernel kernel,
        Faults faults,
        ModelStore store,
        SimExchange exchange,
        Account account,
        List<Symbol> symbols,
        Consumer<DecisionRecord> stream,
        FeedWitness witness) {}
