package dev.sextant.local.direct;

import dev.sextant.ingest.kraken.FeedSettings;
import dev.sextant.local.venue.kraken.KrakenVenueServer;
import dev.sextant.local.venue.kraken.MadeMarket;
import dev.sextant.local.venue.kraken.follow.BookRelay;
import dev.sextant.local.venue.kraken.follow.FencedSocket;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A made-up venue that stands for Kraken, and one that relays its books and is traded at. */
final class RelayStage implements Stage {

    private final FencedSocket link = new FencedSocket();
    private final KrakenVenueServer origin;
    private final BookRelay relay;
    private final KrakenVenueServer venue;
    private boolean silent;
    private boolean away;

    RelayStage(long seed, AtomicLong clock) {
        try {
            origin = new KrakenVenueServer(new MadeMarket(seed, clock.get()), clock::get);
            relay = new BookRelay(
                    origin.address(),
                    new FeedSettings(10, List.of("USD", "EUR"), Set.of(), 3, 2_600),
                    link,
                    clock::get,
                    clock::get);
            hear();
            relay.books().awaitPairs(Duration.ZERO);
            venue = new KrakenVenueServer(relay.books(), clock::get);
            relay.books().onNews(venue::step);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether nothing comes from the venue that stands for Kraken any more; its connection stays open. */
    void setSilent(boolean still) {
        silent = still;
    }

    /** The connection to it breaks, and there is no other. */
    void cut() {
        link.cut();
        away = true;
    }

    boolean isClosed() {
        return venue.pairs().stream().noneMatch(pair -> venue.status(pair) == MarketStatus.ONLINE);
    }

    private void hear() {
        try {
            for (int round = 0; round < 2 && !away; round++) {
                relay.check();
                link.hearAll();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public KrakenVenueServer venue() {
        return venue;
    }

    @Override
    public void step() {
        if (!silent) {
            origin.step();
        }
        hear();
        venue.step();
    }

    @Override
    public void close() {
        relay.close();
        link.close();
        venue.close();
        origin.close();
    }
}
