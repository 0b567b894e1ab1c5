package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.money.Decimals;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The positions of an account as both sides see them. Quantities are signed, in base units. */
record Positions(Map<Symbol, BigDecimal> atDesk, Map<Symbol, BigDecimal> atVenue) {

    static Positions read(Account account, TradingVenue venue, Portfolio portfolio) throws VenueUnavailableException {
        Map<Symbol, BigDecimal> atVenue = new HashMap<>();
        for (VenuePosition position : venue.positions()) {
            atVenue.put(position.symbol(), position.signedQty());
        }
        return new Positions(portfolio.positions(account), atVenue);
    }

    boolean agree(Symbol symbol) {
        return difference(symbol).signum() == 0;
    }

    /** What is booked here less what the venue holds. */
    BigDecimal difference(Symbol symbol) {
        return Decimals.normal(quantity(atDesk, symbol).subtract(quantity(atVenue, symbol)));
    }

    /** Where they differ, by symbol; those that are on the move are left for the next pass. */
    List<Findings.Mismatch> mismatches(Set<Symbol> moving) {
        Set<Symbol> symbols = new TreeSet<>(atVenue.keySet());
        symbols.addAll(atDesk.keySet());
        symbols.removeAll(moving);
        return symbols.stream()
                .filter(symbol -> !agree(symbol))
                .map(symbol -> new Findings.Mismatch(
                        symbol,
                        quantity(atDesk, symbol).toPlainString(),
                        quantity(atVenue, symbol).toPlainString()))
                .toList();
    }

    private static BigDecimal quantity(Map<Symbol, BigDecimal> positions, Symbol symbol) {
        return positions.getOrDefault(symbol, BigDecimal.ZERO);
    }
}
