package dev.sextant.local.venue.kraken.follow;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.OpportunitySinks;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.time.EpochClock;
import dev.sextant.ingest.kraken.FeedSink;
import dev.sextant.local.venue.kraken.BookChange;
import dev.sextant.local.venue.kraken.VenueBooks;
import dev.sextant.local.venue.kraken.account.Pair;
import dev.sextant.venues.kraken.feed.Levels;
import dev.sextant.venues.kraken.feed.MarketStatus;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another venue's books as they are now, as its feed keeps them right. A pair whose book is not known to be right, that is
 * not online there, or of which nothing can be heard because the whole feed is silent, is {@code cancel_only} here: no
 * order trades on it. The pairs are those the venue told first; one whose rules change afterwards stays closed.
 */
public final class RelayedBooks implements VenueBooks, FeedSink {

    /** The venue sends a heartbeat each second; books that are older than this may be anything. */
    static final long SILENCE_MS = 2_500;

    private static final Logger LOG = LoggerFactory.getLogger(RelayedBooks.class);
    private static final int NONE = -1;

    private final EpochClock clock;
    private final CountDownLatch known = new CountDownLatch(1);
    private final List<BookChange> news = new ArrayList<>();
    private volatile Runnable wake = () -> {};
    private List<Pair> pairs = List.of();
    private OrderBook[] told = {};
    private FollowedBook[] books = {};
    private boolean[] open = {};

    /** Which of the pairs each of the feed's markets is, or {@link #NONE}. */
    private int[] places = {};

    private @Nullable CycleDetector detector;
    private long heardMs;

    /** @param clock by which the feed tells when messages came */
    public RelayedBooks(EpochClock clock) {
        this.clock = clock;
    }

    /**
     * Waits until the venue has told its pairs.
     *
     * @return false when it did not within this time
     */
    public boolean awaitPairs(Duration patience) throws InterruptedException {
        return known.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Is run after each message of a book and each end of one, while the feed waits. */
    public void onNews(Runnable run) {
        wake = run;
    }

    @Override
    public synchronized List<Pair> pairs() {
        return pairs;
    }

    @Override
    public synchronized MarketStatus status(int pair) {
        return open[pair] && clock.nowMs() - heardMs <= SILENCE_MS ? MarketStatus.ONLINE : MarketStatus.CANCEL_ONLY;
    }

    @Override
    public synchronized void step(long nowMs, Consumer<BookChange> to) {
        news.forEach(to);
        news.clear();
    }

    @Override
    public synchronized List<long[]> levels(int pair, Side side, int most) {
        return books[pair].levels(side, most);
    }

    @Override
    public synchronized void take(int pair, Side side, long price, long quantity) {
        books[pair].take(side, price, quantity);
    }

    @Override
    public synchronized CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths) {
        List<Pair> listed = FollowedPairs.of(graph);
        if (known.getCount() > 0) {
            pairs = listed;
            told = new OrderBook[listed.size()];
            Arrays.setAll(told, pair -> new OrderBook(depths[pair]));
            books = Arrays.stream(told).map(FollowedBook::new).toArray(FollowedBook[]::new);
            open = new boolean[listed.size()];
            known.countDown();
        }
        Arrays.fill(open, false);
        places = listed.stream().mapToInt(pairs::indexOf).toArray();
        pairs.stream()
                .filter(pair -> !listed.contains(pair))
                .forEach(pair ->
                        LOG.warn("{} has other rules now, or none: closed until the next start", pair.symbol()));
        // The books are wanted, and no cycle in them: whoever trades here looks for those.
        CycleDetector feeding = new CycleDetector(
                graph,
                Cycles.of(graph, 3, List.of("")),
                depths,
                new DetectorLimits(0, 1, 1, 1),
                new OpportunitySinks(List.of()));
        detector = feeding;
        return feeding;
    }

    @Override
    public synchronized void heard(long nowMs) {
        heardMs = nowMs;
    }

    @Override
    public void before(long nowMs) {}

    @Override
    public void applied(int market, long nowMs, ScannedBook message) {
        synchronized (this) {
            int pair = places[market];
            if (pair == NONE) {
                return;
            }
            if (message.isSnapshot()) {
                told[pair].clear();
                books[pair].toldWhole();
            }
            news.add(new BookChange(pair, set(pair, Side.BUY, message.bids()), set(pair, Side.SELL, message.asks())));
            told[pair].truncate();
            books[pair].applied();
            open[pair] = detector != null && detector.isOpen(market);
        }
        wake.run();
    }

    private List<long[]> set(int pair, Side side, Levels levels) {
        List<long[]> set = new ArrayList<>(levels.size());
        for (int i = 0; i < levels.size(); i++) {
            long[] level = {levels.price(i), levels.qty(i)};
            if (side == Side.BUY) {
                told[pair].setBid(level[0], level[1]);
            } else {
                told[pair].setAsk(level[0], level[1]);
            }
            books[pair].told(side, level[0]);
            set.add(level);
        }
        return set;
    }

    @Override
    public void closed(int market, long nowMs) {
        synchronized (this) {
            if (places[market] != NONE) {
                open[places[market]] = false;
            }
        }
        wake.run();
    }

    @Override
    public void note(long nowMs, String text) {
        LOG.info("relayed books: {}", text);
    }
}
