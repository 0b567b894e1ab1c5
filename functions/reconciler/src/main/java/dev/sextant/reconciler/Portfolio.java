package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.venue.VenueOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The desk's side of the comparison, and where a difference is written down. */
public interface Portfolio {

    /** Signed quantity of every position that is not flat. */
    Map<Symbol, BigDecimal> positions(Account account);

    /** Symbols whose open orders are to be looked at: those it ever had an order in, and those it may trade. */
    Set<Symbol> symbols(Account account);

    /** How an order stands that is ours by its id, if we know it. */
    Optional<OrderState> stateOf(Account account, VenueOrder order);

    /** Writes down an order that is not the desk's; answers whether it is new. */
    boolean noteStranger(Account account, VenueOrder order, Stranger kind);

    /** Stops new entries in a symbol until a human clears it. */
    void block(Symbol symbol, String reason);

    /** Writes what a pass found where the operator sees it. */
    void publish(Account account, Findings findings, long nowMs);
}
