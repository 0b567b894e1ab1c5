package dev.sextant.domain.risk;

import dev.sextant.domain.market.Symbol;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an account holds and has on its way.
 *
 * @param held notional by position and by unfinished entry; a symbol may appear more than once
 * @param owners open trades first, then unfinished entries, then unfinished exits of trades that are closed
 * @param entriesLastMinute entries that were not refused
 * @param balance of the account's currency
 */
public record Exposure(List<Held> held, List<Owner> owners, int entriesLastMinute, BigDecimal balance) {

    /** Quote units at cost, or at the reference price while on its way; never negative. */
    public record Held(Symbol symbol, BigDecimal notional) {}

    /** Who has a symbol, in words: {@code trade of v51_baseline since …}. */
    public record Owner(Symbol symbol, String what) {}

    public Exposure {
        held = List.copyOf(held);
        owners = List.copyOf(owners);
    }

    /** Notional of one symbol. */
    public BigDecimal of(Symbol symbol) {
        return held.stream()
                .filter(part -> part.symbol().equals(symbol))
                .map(Held::notional)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Notional of all symbols. */
    public BigDecimal total() {
        return held.stream().map(Held::notional).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many symbols are held or on their way. */
    public int symbols() {
        return (int) held.stream().map(Held::symbol).distinct().count();
    }
}
