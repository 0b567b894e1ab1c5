package dev.sextant.local.venue.kraken;

import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where a venue on loopback has its books from: a made-up market, another venue's books as they are now, or recorded
 * ones. The venue calls within its monitor; whatever else happens to the books is their own to guard. Pairs are numbered by
 * their place; prices and quantities are whole numbers of the pair's last digit.
 */
public interface VenueBooks {

    /** Every pair with its rules; they stay as they are. */
    List<Pair> pairs();

    /** What may be done on a pair now. Where no orders that trade at once are taken, none trades. */
    default MarketStatus status(int pair) {
        return MarketStatus.ONLINE;
    }

    /**
     * Time has gone on to here.
     *
     * @param told takes what has changed since the last time, each change when the books are as it left them
     */
    void step(long nowMs, Consumer<BookChange> told);

    /**
     * The levels of a side, best first, as {price, quantity} with a quantity above 0.
     *
     * @param side BUY for the bids
     * @param most how many at most
     */
    List<long[]> levels(int pair, Side side, int most);

    /**
     * Somebody took this of a level; the level holds at least as much.
     *
     * @param side of the level, BUY for a bid
     */
    void take(int pair, Side side, long price, long quantity);
}
