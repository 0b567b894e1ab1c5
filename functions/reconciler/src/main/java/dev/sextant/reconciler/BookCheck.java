package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.platform.portfolio.BookedFill;
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
            look(entry).ifPresent(errors::add);
        }
        return errors;
    }

    /** Folds exactly as many fills as the position says it holds; later ones belong to the next pass. */
    private Optional<Findings.BookError> look(Books.Entry entry) {
        Position booked = entry.booked().position();
        Position folded = entry.checked();
        long lastOrdinal = entry.lastOrdinal();
        while (folded.fills() < booked.fills()) {
            int wanted = (int) Math.min(PAGE, booked.fills() - folded.fills());
            List<BookedFill> page = books.fills(entry, lastOrdinal, wanted);
            if (page.isEmpty()) {
                return Optional.of(error(entry, folded));
            }
            for (BookedFill next : page) {
                folded = folded.after(next.fill(), entry.booked().currency());
                lastOrdinal = next.ordinal();
            }
        }
        if (!folded.equals(booked)) {
            return Optional.of(error(entry, folded));
        }
        if (lastOrdinal != entry.lastOrdinal()) {
            books.agreed(entry, lastOrdinal);
        }
        return Optional.empty();
    }

    private static Findings.BookError error(Books.Entry entry, Position folded) {
        return new Findings.BookError(entry.booked().symbol(), entry.booked().position(), folded);
    }
}
