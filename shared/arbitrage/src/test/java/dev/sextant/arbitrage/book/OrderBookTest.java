package dev.sextant.arbitrage.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OrderBookTest {

    @Test
    void theVenuesPublishedExampleHasItsChecksum() {
        OrderBook book = new OrderBook(10);
        fill(book, 1, 8, """
                45285.2 0.00100000 45283.5 0.10000000
                45286.4 1.54571953 45283.4 1.54582015
                45286.6 1.54571109 45282.1 0.10000000
                45289.6 1.54560911 45281.0 0.10000000
                45290.2 0.15890660 45280.3 1.54592586
                45291.8 1.54553491 45279.0 0.07990000
                45294.7 0.04454749 45277.6 0.03310103
                45296.1 0.35380000 45277.5 0.30000000
                45297.5 0.09945542 45277.3 1.54602737
                45299.5 0.18772827 45276.6 0.15445238
                """);
        assertEquals(3_310_070_434L, book.checksum());
    }

    @Test
    void aChangedQuantityChangesTheChecksum() {
        OrderBook book = new OrderBook(10);
        fill(book, 4, 8, """
                0.5668 4410.79769741 0.5666 4831.75496356
                0.5669 4655.40412487 0.5665 6658.22734739
                0.567 49844.89424998 0.5664 18724.91513344
                0.5671 24306.41678 0.5663 11563.92544914
                0.5672 29783.25223475 0.5662 14006.65365711
                0.5673 57234.71239278 0.5661 17454.85679807
                0.5674 45065.04744 0.566 18097.1547
                0.5675 5912.76380354 0.5659 33644.89175666
                0.5676 42514.92434778 0.5658 148.3464
                0.5677 36304.0847022 0.5657 606.70854372
                """);
        assertEquals(2_439_117_997L, book.checksum());
        book.setBid(5657, 109_839_475_580L);
        book.truncate();
        assertEquals(2_114_181_697L, book.checksum());
    }

    @Test
    void levelsBeyondTheDepthLeaveWhenTheMessageIsOverAndNotBefore() {
        OrderBook book = new OrderBook(2);
        book.setAsk(101, 1);
        book.setAsk(102, 2);
        book.setAsk(99, 3);
        book.setAsk(100, 4);
        book.setAsk(99, 0);
        book.setAsk(100, 0);
        book.truncate();
        assertEquals(2, book.asks().size());
        assertEquals(102, book.asks().price(1));
        book.setAsk(100, 5);
        book.truncate();
        assertEquals(
                List.of(100L, 101L), List.of(book.asks().price(0), book.asks().price(1)));
    }

    @Test
    void itIsCrossedWhenSomebodyWouldPayMoreThanAnotherAsks() {
        OrderBook book = new OrderBook(10);
        assertFalse(book.isCrossed(), "an empty one is not");
        book.setBid(100, 1);
        assertFalse(book.isCrossed(), "nor one with one side");
        book.setAsk(100, 1);
        assertFalse(book.isCrossed(), "nor one whose sides meet");
        book.setBid(101, 1);
        assertTrue(book.isCrossed());
        book.clear();
        assertFalse(book.isCrossed());
        assertEquals(0, book.checksum());
    }

    @Test
    void aDepthThatNoVenueHasIsRefused() {
        for (int depth : new int[] {0, -1}) {
            String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> new OrderBook(depth))
                    .getMessage());
            assertEquals("depth " + depth + ", expected 1 or more", message);
        }
    }

    /** Messages of many changes, the same price twice, removals of what isn't there, snapshots in between. */
    @Property(tries = 300)
    void itIsWhatThePlainBookIs(@ForAll long seed) {
        Random random = new Random(seed);
        int depth = random.nextInt(1, 30);
        int spread = random.nextInt(5, 100);
        OrderBook book = new OrderBook(depth);
        PlainBook plain = new PlainBook(depth, 2, 3);
        for (int message = 0; message < 60; message++) {
            if (random.nextInt(20) == 0) {
                book.clear();
                plain.bids.clear();
                plain.asks.clear();
            }
            for (int change = random.nextInt(message % 7 == 0 ? 80 : 6); change >= 0; change--) {
                long quantity = random.nextInt(3) == 0 ? 0 : drawn(random);
                if (random.nextBoolean()) {
                    long price = 1_000_000L + random.nextInt(spread);
                    book.setAsk(price, quantity);
                    plain.set(plain.asks, price, quantity);
                } else {
                    long price = 999_999L - random.nextInt(spread);
                    book.setBid(price, quantity);
                    plain.set(plain.bids, price, quantity);
                }
            }
            book.truncate();
            plain.truncate();
            assertEquals(levels(plain.bids), levels(book.bids()));
            assertEquals(levels(plain.asks), levels(book.asks()));
            assertEquals(plain.checksum(), book.checksum());
        }
    }

    private static long drawn(Random random) {
        return random.nextInt(10) == 0 ? Long.MAX_VALUE - random.nextInt(9) : random.nextLong(1, 10_000_000_000L);
    }

    private static List<List<Long>> levels(Map<BigDecimal, BigDecimal> side) {
        List<List<Long>> levels = new ArrayList<>();
        side.forEach((price, quantity) -> levels.add(List.of(
                price.unscaledValue().longValueExact(), quantity.unscaledValue().longValueExact())));
        return levels;
    }

    private static List<List<Long>> levels(BookSide side) {
        List<List<Long>> levels = new ArrayList<>();
        for (int rank = 0; rank < side.size(); rank++) {
            levels.add(List.of(side.price(rank), side.quantity(rank)));
        }
        return levels;
    }

    /** Rows of ask price, ask quantity, bid price, bid quantity. */
    private static void fill(OrderBook book, int pricePrecision, int quantityPrecision, String rows) {
        for (String row : rows.lines().toList()) {
            String[] words = row.split(" ", 4);
            book.setAsk(scaled(words[0], pricePrecision), scaled(words[1], quantityPrecision));
            book.setBid(scaled(words[2], pricePrecision), scaled(words[3], quantityPrecision));
        }
        book.truncate();
    }

    private static long scaled(String decimal, int precision) {
        return new BigDecimal(decimal).movePointRight(precision).longValueExact();
    }
}
