package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.portfolio.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Folds the fills a second time, in code, and compares with what the database booked. Each pass reads only the fills
 * that are new since the last time both were equal.
 */
public final class BookCheck {

    private static final int PAGE = 500;

    private final Books books;

    public BookCheck(Books books) {
        this.books = books;
    }

    /** The positions that are not what their fills make. */
    public List<Findings.BookError> errors(Account account) {
        List<Findings.BookError> errors = new ArrayList<>();
        for (Books.Entry entry : books.entries(account)) {
            error(entry).ifPresent(errors::add);
        }
        return errors;
    }

    /** Folds exactly as many fills as the position says it holds; later ones belong to the next pass. */
    private Optional<Findings.BookError> error(Books.Entry entry) {
        Position folded = entry.checked();
        long lastOrdinal = entry.lastOrdinal();
        while (folded.fills() < entry.booked().fills()) {
            int wanted = (int) Math.min(PAGE, entry.booked().fills() - folded.fills());
            List<Books.Numbered> page = books.fills(entry, lastOrdinal, wanted);
            if (page.isEmpty()) {
                return Optional.of(new Findings.BookError(entry.symbol(), entry.booked(), folded));
            }
            for (Books.Numbered next : page) {
                folded = folded.after(next.fill());
                lastOrdinal = next.ordinal();
            }
        }
        if (!folded.equals(entry.booked())) {
            return Optional.of(new Findings.BookError(entry.symbol(), entry.booked(), folded));
        }
        if (lastOrdinal != entry.lastOrdinal()) {
            books.agreed(entry, lastOrdinal);
        }
        return Optional.empty();
    }
}
