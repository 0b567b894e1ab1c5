package dev.sextant.ingest.opportunity;

import dev.sextant.domain.market.Symbol;
import dev.sextant.ingest.kraken.PairFees;
import java.util.Map;

/** The fees of the account that trades, as the reconciler has stored them; the settings' for pairs it has not. */
final class StoredFees implements PairFees {

    private final PairFees otherwise;
    private volatile Known known = new Known(Map.of(), 0);

    private record Known(Map<Symbol, Integer> ppm, long version) {}

    StoredFees(PairFees otherwise) {
        this.otherwise = otherwise;
    }

    /** These are stored now. Called by one thread. */
    void set(Map<Symbol, Integer> stored) {
        Known before = known;
        if (!before.ppm().equals(stored)) {
            known = new Known(Map.copyOf(stored), before.version() + 1);
        }
    }

    @Override
    public int ppm(Symbol pair) {
        Integer stored = known.ppm().get(pair);
        return stored == null ? otherwise.ppm(pair) : stored;
    }

    @Override
    public long version() {
        return known.version() + otherwise.version(); // neither goes back
    }
}
