package dev.sextant.reconciler;

import static dev.sextant.reconciler.MemoryDesk.ACCOUNT;
import static dev.sextant.reconciler.MemoryDesk.BTC;
import static dev.sextant.reconciler.MemoryDesk.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sextant.domain.money.Price;
import dev.sextant.domain.money.Quantity;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.order.Side;
import dev.sextant.domain.portfolio.Position;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookCheckTest {

    private final MemoryBooks books = new MemoryBooks();
    private final BookCheck check = new BookCheck(books);

    private static Fill fill(int id, Side side, String quantity) {
        return new Fill(
                BTC,
                "t" + id,
                "v",
                side,
                Price.of("61800.1"),
                Quantity.of(quantity),
                new BigDecimal("0.01"),
                "USDT",
                false,
                T0);
    }

    @Test
    void aNewAccountHasNothingToCheck() {
        assertEquals(List.of(), check.errors(ACCOUNT));
    }

    @Test
    void fillsAreReadOnceAndTheNextPassGoesOnFromThere() {
        books.book(fill(1, Side.BUY, "0.5"));
        books.book(fill(2, Side.SELL, "0.2"));
        assertEquals(List.of(), check.errors(ACCOUNT));
        books.book(fill(3, Side.SELL, "0.3"));
        assertEquals(List.of(), check.errors(ACCOUNT));
        assertEquals(List.of(), check.errors(ACCOUNT));
        assertEquals(3, books.fillsRead);
    }

    @Test
    void manyFillsAreReadInPages() {
        for (int i = 0; i < 1_203; i++) {
            books.book(fill(i, i % 2 == 0 ? Side.BUY : Side.SELL, "0.001"));
        }
        assertEquals(List.of(), check.errors(ACCOUNT));
        assertEquals(books.booked, books.checked);
    }

    @Test
    void aFillThatArrivesWhileThePassRunsIsLeftToTheNext() {
        books.book(fill(1, Side.BUY, "0.5"));
        books.fills.add(fill(2, Side.BUY, "0.1"));
        assertEquals(List.of(), check.errors(ACCOUNT));
        assertEquals(1, books.checked.fills());
    }

    @Test
    void aLaterPassLeavesWhatArrivesMeanwhileToTheNextAsWell() {
        books.book(fill(1, Side.BUY, "0.5"));
        check.errors(ACCOUNT);
        books.book(fill(2, Side.BUY, "0.1"));
        books.fills.add(fill(3, Side.BUY, "0.2"));
        assertEquals(List.of(), check.errors(ACCOUNT));
        assertEquals(2, books.checked.fills());
    }

    @Test
    void aPositionChangedByHandIsFoundInEveryPass() {
        books.book(fill(1, Side.BUY, "0.5"));
        Position made = books.booked;
        books.booked = new Position(new BigDecimal("0.6"), made.cost(), made.realisedPnl(), made.fees(), made.fills());
        List<Findings.BookError> expected = List.of(new Findings.BookError(BTC, books.booked, made));
        assertEquals(expected, check.errors(ACCOUNT));
        assertEquals(expected, check.errors(ACCOUNT));
    }

    @Test
    void aFillThatIsMissingIsFound() {
        books.book(fill(1, Side.BUY, "0.5"));
        books.book(fill(2, Side.BUY, "0.5"));
        books.fills.removeLast();
        Findings.BookError error = check.errors(ACCOUNT).getFirst();
        assertEquals(2, error.booked().fills());
        assertEquals(1, error.folded().fills());
    }
}
