package dev.sextant.local.venue.kraken.follow;

import dev.sextant.backtest.arb.PlayedBook;
import dev.sextant.backtest.arb.PlayedBooks;
import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.BookChange;
import dev.sextant.local.venue.kraken.VenueBooks;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.recordings.RecordingException;
import dev.sextant.venues.kraken.feed.MarketStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recorded books, played in their own time from the first step on. A pair whose book is not known to be right is {@code
 * cancel_only}. At the end the books stand still: what is under way can still be finished in them, and who looks for news
 * finds none.
 */
public final class CapturedBooks implements VenueBooks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CapturedBooks.class);
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final PlayedBooks played;
    private final List<Pair> pairs;
    private final List<FollowedBook> books = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private long positionMs;
    private long beganMs = NOT_BEGUN;
    private long beganAtMs;

    /**
     * Books that begin with the recording, or later in it.
     *
     * @param fromMs what came until then has happened, in the recording's time
     * @throws RecordingException when it can't be read
     */
    public CapturedBooks(PlayedBooks played, long fromMs) throws RecordingException {
        this.played = played;
        this.pairs = FollowedPairs.of(played.graph());
        for (int pair = 0; pair < pairs.size(); pair++) {
            books.add(new FollowedBook(played.book(pair)));
        }
        long firstMs = played.nextMs().orElse(fromMs);
        positionMs = Math.max(firstMs, fromMs);
        while (isDue(positionMs) && firstMs < fromMs) {
            apply(played.next());
        }
    }

    /** How far it was played, in the recording's time. Of the stepping thread. */
    public long positionMs() {
        return positionMs;
    }

    /** Reaches 0 when all was played. */
    public CountDownLatch finished() {
        return finished;
    }

    @Override
    public List<Pair> pairs() {
        return pairs;
    }

    @Override
    public MarketStatus status(int pair) {
        return played.isOpen(pair) ? MarketStatus.ONLINE : MarketStatus.CANCEL_ONLY;
    }

    @Override
    public void step(long nowMs, Consumer<BookChange> told) {
        if (beganMs == NOT_BEGUN) {
            beganMs = nowMs;
            beganAtMs = positionMs;
        }
        positionMs = beganAtMs + nowMs - beganMs;
        try {
            while (isDue(positionMs)) {
                PlayedBook message = played.next();
                apply(message);
                if (played.isOpen(message.market())) {
                    told.accept(new BookChange(message.market(), message.bids(), message.asks()));
                }
            }
        } catch (RecordingException e) {
            LOG.error("the recorded books end before their end: {}", e.getMessage());
            finished.countDown();
        }
        if (played.nextMs().isEmpty()) {
            finished.countDown();
        }
    }

    private boolean isDue(long atMs) {
        return finished.getCount() > 0 && played.nextMs().orElse(Long.MAX_VALUE) <= atMs;
    }

    private void apply(PlayedBook message) {
        FollowedBook book = books.get(message.market());
        if (message.snapshot()) {
            book.toldWhole();
        }
        message.bids().forEach(level -> book.told(Side.BUY, level[0]));
        message.asks().forEach(level -> book.told(Side.SELL, level[0]));
        book.applied();
    }

    @Override
    public List<long[]> levels(int pair, Side side, int most) {
        return books.get(pair).levels(side, most);
    }

    @Override
    public void take(int pair, Side side, long price, long quantity) {
        books.get(pair).take(side, price, quantity);
    }

    @Override
    public void close() {
        played.close();
    }
}
