package dev.sextant.simulation.store;

import dev.sextant.domain.market.Symbol;
import java.util.Set;

/**
 * What the reconciler's last pass published of the account.
 *
 * @param clean everything was read, and all agrees
 * @param readAll everything was read
 * @param different symbols whose position or books differ
 * @param atMs market time at which it began
 */
public record Pass(boolean clean, boolean readAll, Set<Symbol> different, long atMs) {

    public Pass {
        different = Set.copyOf(different);
    }
}
