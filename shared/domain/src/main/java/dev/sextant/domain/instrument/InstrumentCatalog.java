package dev.sextant.domain.instrument;

import dev.sextant.domain.market.Symbol;
import java.util.Optional;

/** The instruments the desk may trade, with their filters as last refreshed. */
@FunctionalInterface
public interface InstrumentCatalog {

    Optional<Instrument> find(Symbol symbol);
}
