package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.order.OrderState;
import dev.sextant.domain.order.OrderStore;
import dev.sextant.domain.order.StoredOrder;
import dev.sextant.domain.venue.TradingVenue;
import dev.sextant.domain.venue.VenueOrder;
import dev.sextant.domain.venue.VenueUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One pass over everything that is not settled: unfinished orders, strangers, positions. The exchange is authoritative
 * for status and fills, the database for intent. Idempotent; two passes in a row find nothing new.
 */
public final class Reconciler {

    private final OrderStore orders;
    private final TradingVenue venue;
    private final Portfolio portfolio;
    private final BookCheck books;
    private final Footprint footprint;

    /** Of a futures account: a fill changes the position of its symbol. */
    public Reconciler(OrderStore orders, TradingVenue venue, Portfolio portfolio, Books books) {
        this(orders, venue, portfolio, books, Footprint.FUTURES);
    }

    Reconciler(OrderStore orders, TradingVenue venue, Portfolio portfolio, Books books, Footprint footprint) {
        this.footprint = footprint;
        this.orders = orders;
        this.venue = venue;
        this.portfolio = portfolio;
        this.books = new BookCheck(books);
    }

    /** Runs one pass and publishes what it found. */
    public Findings run(Account account, long nowMs) {
        OrderCheck check = new OrderCheck(orders, venue, portfolio, footprint);
        Findings findings = look(account, check, nowMs);
        if (!findings.mismatches().isEmpty()) {
            // A stop may have filled between reading the orders and reading the position; only what persists counts.
            findings = look(account, check, nowMs).after(findings);
            findings.mismatches().forEach(this::block);
        }
        findings.bookErrors().forEach(this::block);
        portfolio.publish(account, findings, nowMs);
        return findings;
    }

    private void block(Findings.BookError error) {
        portfolio.block(
                error.symbol(),
                "the booked position (" + error.booked().inWords() + ") is not what its fills make ("
                        + error.folded().inWords() + ")");
    }

    private void block(Findings.Mismatch mismatch) {
        portfolio.block(
                mismatch.symbol(), "position " + mismatch.atDesk() + " here, " + mismatch.atVenue() + " at the venue");
    }

    private Findings look(Account account, OrderCheck check, long nowMs) {
        List<String> unreadable = new ArrayList<>();
        List<StoredOrder> before = orders.unfinished(account);
        int changed = 0;
        for (StoredOrder order : before) {
            try {
                changed += check.settle(order, nowMs) ? 1 : 0;
            } catch (VenueUnavailableException e) {
                unreadable.add(Findings.unreadOrder(order.request().clientOrderId(), e.getMessage()));
            }
        }
        List<VenueOrder> open = openOrders(account, unreadable);
        // Read after the venue's list: whatever the placer sent meanwhile was claimed before it could be on that list.
        List<StoredOrder> after = orders.unfinished(account);
        Set<String> ours = Stream.concat(before.stream(), after.stream())
                .map(order -> order.request().clientOrderId())
                .collect(Collectors.toSet());
        List<VenueOrder> strangers = open.stream()
                .filter(order -> !ours.contains(order.clientOrderId()))
                .toList();
        strangers.forEach(order -> note(account, order));
        int unknown = (int) after.stream().filter(Reconciler::doubtful).count();
        List<Findings.Mismatch> mismatches = compare(account, after, nowMs, unreadable);
        List<String> strangerIds =
                strangers.stream().map(VenueOrder::clientOrderId).toList();
        return new Findings(
                before.size(), changed, unknown, strangerIds, mismatches, books.errors(account), unreadable);
    }

    /** An order of ours that is settled here was so a moment ago: the venue's list is older. */
    private void note(Account account, VenueOrder order) {
        Stranger form = Stranger.of(order.clientOrderId());
        Optional<Stranger> kind =
                form == Stranger.UNKNOWN ? Stranger.ofOurForm(portfolio.stateOf(account, order)) : Optional.of(form);
        kind.filter(each -> portfolio.noteStranger(account, order, each) && each.blocks())
                .ifPresent(each -> portfolio.block(order.symbol(), each.inWords(order)));
    }

    private static boolean doubtful(StoredOrder order) {
        return order.state() == OrderState.UNKNOWN || order.state() == OrderState.QUARANTINED;
    }

    private List<VenueOrder> openOrders(Account account, List<String> unreadable) {
        List<VenueOrder> open = new ArrayList<>();
        for (Symbol symbol : new TreeSet<>(portfolio.symbols(account))) {
            try {
                open.addAll(venue.openOrders(symbol));
            } catch (VenueUnavailableException e) {
                unreadable.add("open orders of " + symbol + ": " + e.getMessage());
            }
        }
        return open;
    }

    private List<Findings.Mismatch> compare(
            Account account, List<StoredOrder> unfinished, long nowMs, List<String> unreadable) {
        Set<Symbol> moving = unfinished.stream()
                .filter(order -> !order.request().type().conditional() && OrderCheck.onItsWay(order, nowMs))
                .flatMap(order -> footprint.of(order.symbol()).stream())
                .collect(Collectors.toSet());
        try {
            return Positions.read(account, venue, portfolio).mismatches(moving);
        } catch (VenueUnavailableException e) {
            unreadable.add("positions: " + e.getMessage());
            return List.of();
        }
    }
}
