package dev.sextant.local.venue.kraken;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.domain.order.Side;
import dev.sextant.local.venue.kraken.account.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What clients of two depths are told beside a pair of sorted maps, on drawn books. */
class SentBookTest {

    private static final int SHALLOW = 10;
    private static final int DEEP = 25;

    private final Drawn drawn = new Drawn();
    private final Random random = new Random(5);

    /** A pair whose levels are drawn. */
    private static final class Drawn implements VenueBooks {
        private final NavigableMap<Long, Long> bids = new TreeMap<>();
        private final NavigableMap<Long, Long> asks = new TreeMap<>();

        NavigableMap<Long, Long> best(Side side) {
            return side == Side.BUY ? bids.descendingMap() : asks;
        }

        @Override
        public List<Pair> pairs() {
            return List.of();
        }

        @Override
        public void step(long nowMs, Consumer<BookChange> told) {
            throw new AssertionError("drawn by the test");
        }

        @Override
        public List<long[]> levels(int pair, Side side, int most) {
            return best(side).entrySet().stream()
                    .limit(most)
                    .map(level -> new long[] {level.getKey(), level.getValue()})
                    .toList();
        }

        @Override
        public void take(int pair, Side side, long price, long quantity) {
            throw new AssertionError("nobody trades");
        }
    }

    @Test
    void aClientThatCutsOffWhatIsBeyondItsDepthHasTheBooksBestLevels() {
        List<Client> clients = List.of(client(SHALLOW), client(DEEP));
        for (int message = 0; message < 20_000; message++) {
            BookChange change = draw();
            for (Client client : clients) {
                BookChange told = client.sent.follow(drawn, change);
                told.bids().forEach(level -> client.book.setBid(level[0], level[1]));
                told.asks().forEach(level -> client.book.setAsk(level[0], level[1]));
                client.book.truncate();
                assertEquals(best(Side.BUY, client.depth), text(client.book.bids()));
                assertEquals(best(Side.SELL, client.depth), text(client.book.asks()));
                assertEquals(client.sent.checksum(), client.book.checksum());
            }
        }
    }

    private Client client(int depth) {
        return new Client(depth, new SentBook(drawn, 0, depth), new OrderBook(depth));
    }

    private record Client(int depth, SentBook sent, OrderBook book) {}

    @Test
    void aLevelThatIsToldAnewIsToldOnThoughItIsTheSame() {
        drawn.bids.put(100L, 5L);
        drawn.bids.put(99L, 5L);
        SentBook book = new SentBook(drawn, 0, SHALLOW);
        assertEquals(
                List.of(),
                book.follow(drawn, new BookChange(0, List.of(), List.of())).bids());
        BookChange again = book.follow(drawn, new BookChange(0, List.of(new long[] {99, 5}), List.of()));
        assertEquals(
                List.of("99:5"), again.bids().stream().map(SentBookTest::text).toList());
    }

    /** A few levels come, go or change, in the middle and at the ends. */
    private BookChange draw() {
        List<long[]> bids = new ArrayList<>();
        List<long[]> asks = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = side == Side.BUY ? 1 + random.nextInt(60) : 61 + random.nextInt(60);
            long quantity = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(4);
            NavigableMap<Long, Long> levels = side == Side.BUY ? drawn.bids : drawn.asks;
            if (quantity == 0) {
                levels.remove(price);
            } else {
                levels.put(price, quantity);
            }
            (side == Side.BUY ? bids : asks).add(new long[] {price, quantity});
        }
        return new BookChange(0, bids, asks);
    }

    private String best(Side side, int depth) {
        return drawn.levels(0, side, depth).stream().map(SentBookTest::text).collect(Collectors.joining(" "));
    }

    private static String text(BookSide side) {
        List<String> levels = new ArrayList<>();
        for (int rank = 0; rank < side.size(); rank++) {
            levels.add(side.price(rank) + ":" + side.quantity(rank));
        }
        return String.join(" ", levels);
    }

    private static String text(long[] level) {
        return level[0] + ":" + level[1];
    }
}
