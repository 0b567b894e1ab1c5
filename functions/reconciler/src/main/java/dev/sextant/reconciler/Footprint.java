package dev.sextant.reconciler;

import dev.sextant.domain.market.Symbol;
import java.util.Set;

/** What of an account a fill changes, as positions are named when both sides are compared. */
@FunctionalInterface
interface Footprint {

    /** The position of the symbol itself. */
    Footprint FUTURES = Set::of;

    /** The balances of both assets of a pair, which is written {@code BTC/USD}. */
    Footprint SPOT = pair -> {
        String[] assets = pair.name().split("/", 2);
        return assets.length == 2 ? Set.of(new Symbol(assets[0]), new Symbol(assets[1])) : Set.of(pair);
    };

    /** What an order in a symbol touches. */
    Set<Symbol> of(Symbol symbol);
}
