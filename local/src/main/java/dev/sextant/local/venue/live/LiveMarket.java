package dev.sextant.local.venue.live;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.local.venue.play.VenueCore;
import dev.sextant.venues.binance.market.MarketEvent;
import dev.sextant.venues.binance.market.book.DepthSnapshot;
import dev.sextant.venues.sim.book.TopOfBook;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the exchange tells, told to the matching core: each fact once, in the order of arrival. */
final class LiveMarket {

    private static final Logger LOG = LoggerFactory.getLogger(LiveMarket.class);

    /** An event further ahead of the clock than this has a wrong time, and would carry the clock with it. */
    private static final long MAX_AHEAD_MS = 10_000;

    private final LiveListing listing;
    private final VenueCore core;
    private final EpochClock clock;
    private final BookFeed book;
    private final AtomicLong implausible = new AtomicLong();
    private long lastAggId = -1;
    private MarketEvent.@Nullable MarkPrice lastMark;
    private long lastTopId;

    LiveMarket(LiveListing listing, VenueCore core, EpochClock clock) {
        this.listing = listing;
        this.core = core;
        this.clock = clock;
        this.book = new BookFeed(listing.instrument().symbol(), core);
    }

    BookFeed book() {
        return book;
    }

    /** Events dropped because their time can't be true. */
    long implausible() {
        return implausible.get();
    }

    void onBookLost() {
        core.step(clock.nowMs(), book::onLost);
    }

    void onBookReconnect() {
        core.step(clock.nowMs(), book::onReconnect);
    }

    void onSnapshot(DepthSnapshot snapshot) {
        long nowMs = clock.nowMs();
        core.step(nowMs, () -> book.onSnapshot(snapshot, nowMs));
    }

    void onEvent(MarketEvent event) {
        long nowMs = clock.nowMs();
        if (event.eventTimeMs() > nowMs + MAX_AHEAD_MS) {
            implausible.incrementAndGet();
            return;
        }
        try {
            core.step(nowMs, () -> tell(event));
        } catch (RuntimeException e) {
            // Thrown on the connection's thread it would end the feed without a word; the next event is another one.
            LOG.error("{} could not be taken in", event, e);
        }
    }

    private void tell(MarketEvent event) {
        Symbol symbol = listing.instrument().symbol();
        switch (event) {
            case MarketEvent.Trade trade -> onTrade(symbol, trade);
            case MarketEvent.TopOfBook top -> onTop(symbol, top);
            case MarketEvent.DepthChange change -> book.onChange(change);
            case MarketEvent.MarkPrice mark -> {
                listing.newestMarkE8().set(mark.markE8());
                core.onMarket(
                        new dev.sextant.venues.sim.event.MarketEvent.Mark(symbol, mark.markE8(), mark.eventTimeMs()));
                settle(symbol, mark);
            }
            case MarketEvent.ForcedOrder _ -> {}
        }
    }

    /** The last mark before a settlement names its rate; nobody tells of it while the exchange is out of reach. */
    private void settle(Symbol symbol, MarketEvent.MarkPrice mark) {
        MarketEvent.MarkPrice before = lastMark;
        lastMark = mark;
        if (before != null
                && before.nextFundingMs() > 0
                && mark.eventTimeMs() >= before.nextFundingMs()
                && before.fundingRateE8().isPresent()) {
            core.onMarket(new dev.sextant.venues.sim.event.MarketEvent.Funding(
                    symbol, before.fundingRateE8().getAsLong(), before.nextFundingMs()));
        }
    }

    /** Without a whole book nothing trades here: a stop would fill at prices of some time ago. The next trade triggers it. */
    private void onTrade(Symbol symbol, MarketEvent.Trade event) {
        if (event.trade().aggId() > lastAggId && !book.waiting()) {
            lastAggId = event.trade().aggId();
            core.onMarket(new dev.sextant.venues.sim.event.MarketEvent.Trade(
                    symbol,
                    event.trade().priceE8(),
                    event.trade().qtyE8(),
                    event.trade().buyerIsMaker(),
                    event.eventTimeMs()));
        }
    }

    private void onTop(Symbol symbol, MarketEvent.TopOfBook top) {
        if (top.updateId() > lastTopId) {
            lastTopId = top.updateId();
            core.onMarket(new dev.sextant.venues.sim.event.MarketEvent.Top(
                    symbol,
                    new TopOfBook(
                            top.updateId(),
                            top.bidE8(),
                            top.bidQtyE8(),
                            top.askE8(),
                            top.askQtyE8(),
                            top.eventTimeMs(),
                            top.eventTimeMs())));
        }
    }
}
