package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenuePosition;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One pass over everything that is not settled: unfinished orders, strangers, positions. The exchange is authoritative
 * for status and fills, the database for intent. Idempotent; two passes in a row find nothing new.
 */
public final class Reconciler {

    private final OrderStore orders;
    private final TradingVenue venue;
    private final Portfolio portfolio;
    private final OrderCheck check;

    public Reconciler(OrderStore orders, TradingVenue venue, Portfolio portfolio) {
        this.orders = orders;
        this.venue = venue;
        this.portfolio = portfolio;
        this.check = new OrderCheck(orders, venue);
    }

    /** Runs one pass and publishes what it found. */
    public Findings run(Account account, long nowMs) {
        Findings findings = look(account, nowMs);
        if (!findings.mismatches().isEmpty()) {
            // A stop may have filled between reading the orders and reading the position; only what persists counts.
            findings = look(account, nowMs);
            findings.mismatches().forEach(this::block);
        }
        portfolio.publish(account, findings, nowMs);
        return findings;
    }

    private void block(Findings.Mismatch mismatch) {
        portfolio.block(
                mismatch.symbol(), "position " + mismatch.atDesk() + " here, " + mismatch.atVenue() + " at the venue");
    }

    private Findings look(Account account, long nowMs) {
        List<String> unreadable = new ArrayList<>();
        List<StoredOrder> before = orders.unfinished(account);
        int changed = 0;
        for (StoredOrder order : before) {
            try {
                changed += check.settle(order, nowMs) ? 1 : 0;
            } catch (VenueUnavailableException e) {
                unreadable.add("order " + order.request().clientOrderId() + ": " + e.getMessage());
            }
        }
        List<StoredOrder> after = orders.unfinished(account);
        int unknown = (int) after.stream().filter(Reconciler::doubtful).count();
        List<String> strangers = strangers(account, after, unreadable);
        List<Findings.Mismatch> mismatches = compare(account, after, unreadable);
        return new Findings(before.size(), changed, unknown, strangers, mismatches, unreadable);
    }

    private static boolean doubtful(StoredOrder order) {
        return order.state() == OrderState.UNKNOWN || order.state() == OrderState.QUARANTINED;
    }

    private List<String> strangers(Account account, List<StoredOrder> ours, List<String> unreadable) {
        Set<String> known =
                ours.stream().map(order -> order.request().clientOrderId()).collect(Collectors.toSet());
        List<String> strangers = new ArrayList<>();
        for (Symbol symbol : new TreeSet<>(portfolio.symbols(account))) {
            try {
                venue.openOrders(symbol).stream()
                        .map(VenueOrder::clientOrderId)
                        .filter(id -> !known.contains(id))
                        .forEach(strangers::add);
            } catch (VenueUnavailableException e) {
                unreadable.add("open orders of " + symbol + ": " + e.getMessage());
            }
        }
        return strangers;
    }

    /** A symbol with an order on its way is left for the next pass: its two sides may differ for a moment. */
    private List<Findings.Mismatch> compare(Account account, List<StoredOrder> unfinished, List<String> unreadable) {
        Map<Symbol, BigDecimal> atVenue = new HashMap<>();
        try {
            for (VenuePosition position : venue.positions()) {
                atVenue.put(position.symbol(), position.signedQty());
            }
        } catch (VenueUnavailableException e) {
            unreadable.add("positions: " + e.getMessage());
            return List.of();
        }
        Map<Symbol, BigDecimal> atDesk = portfolio.positions(account);
        Set<Symbol> moving = unfinished.stream()
                .filter(order -> !order.request().type().conditional())
                .map(StoredOrder::symbol)
                .collect(Collectors.toSet());
        Set<Symbol> all = new TreeSet<>(atVenue.keySet());
        all.addAll(atDesk.keySet());
        all.removeAll(moving);
        List<Findings.Mismatch> mismatches = new ArrayList<>();
        for (Symbol symbol : all) {
            BigDecimal desk = atDesk.getOrDefault(symbol, BigDecimal.ZERO);
            BigDecimal there = atVenue.getOrDefault(symbol, BigDecimal.ZERO);
            if (desk.compareTo(there) != 0) {
                mismatches.add(new Findings.Mismatch(symbol, desk.toPlainString(), there.toPlainString()));
            }
        }
        return mismatches;
    }
}
