package dev.sextant.ingest.venue;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.store.InstrumentStore;
import dev.sextant.ingest.store.StoreException;
import dev.sextant.venues.binance.market.rest.BinanceMarketRest;
import dev.sextant.venues.binance.market.rest.ExchangeRules;
import dev.sextant.venues.binance.market.rest.InstrumentFilters;
import dev.sextant.venues.binance.market.rest.RateBudget;
import dev.sextant.venues.http.VenueReadException;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the venue's filters and its rate limit, and stores the filters of the symbols in use for the order path. */
public final class InstrumentRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(InstrumentRefresh.class);

    private final BinanceMarketRest rest;
    private final RateBudget budget;
    private final InstrumentStore store;
    private final Set<Symbol> symbols;
    private final EpochClock wallClock;

    public InstrumentRefresh(
            BinanceMarketRest rest,
            RateBudget budget,
            InstrumentStore store,
            Collection<Symbol> symbols,
            EpochClock wallClock) {
        this.rest = rest;
        this.budget = budget;
        this.store = store;
        this.symbols = Set.copyOf(symbols);
        this.wallClock = wallClock;
    }

    /** One round. */
    public void run() throws VenueReadException, StoreException, InterruptedException {
        ExchangeRules rules = rest.exchangeInfo();
        budget.weightPerMinute(rules.weightPerMinute());
        rules.unreadable().forEach(entry -> LOG.warn("an instrument could not be read: {}", entry));
        for (InstrumentFilters filters : rules.instruments()) {
            if (symbols.contains(filters.symbol())) {
                save(filters);
            }
        }
    }

    private void save(InstrumentFilters filters) throws StoreException {
        try {
            store.save(filters.instrument(), wallClock.nowMs());
        } catch (IllegalArgumentException e) {
            LOG.warn("the filters of {} make no sense: {}", filters.symbol(), e.getMessage());
        }
    }
}
