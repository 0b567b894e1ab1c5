package dev.sextant.local.venue.live;

import dev.sextant.local.venue.rest.OrderGate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets orders in only while they would meet the market as it is: both routes speak, the book is whole, and what happens
 * can be written down.
 */
final class Freshness implements OrderGate {

    private final List<RouteFeed> routes;
    private final BookFeed book;
    private final LiveListing listing;
    private final AccountFile account;
    private final long staleAfterMs;
    private final AtomicLong refused = new AtomicLong();

    Freshness(List<RouteFeed> routes, BookFeed book, LiveListing listing, AccountFile account, long staleAfterMs) {
        this.routes = List.copyOf(routes);
        this.book = book;
        this.listing = listing;
        this.account = account;
        this.staleAfterMs = staleAfterMs;
    }

    @Override
    public Optional<String> shutBecause() {
        Optional<String> trouble = trouble();
        trouble.ifPresent(_ -> refused.incrementAndGet());
        return trouble;
    }

    /** What is wrong now, or empty. */
    Optional<String> trouble() {
        for (RouteFeed route : routes) {
            if (route.silenceMs() > staleAfterMs) {
                return Optional.of(
                        "the exchange's " + route.name() + " is silent (" + route.lossReason() + "), retry later");
            }
        }
        if (book.waiting()) {
            return Optional.of("the order book is being read anew, retry later");
        }
        if (listing.newestMarkE8().get() == 0) {
            return Optional.of("no mark price has come in yet, retry later");
        }
        return account.failing() ? Optional.of("the paper account can't be written down") : Optional.empty();
    }

    /** Orders turned away so far. */
    long refused() {
        return refused.get();
    }
}
