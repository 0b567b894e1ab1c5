package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.platform.portfolio.BookedFill;
import dev.sextant.platform.portfolio.BookedPosition;
import java.util.List;

/** The booked positions, the fills they were made from, and how far the two have been compared. */
public interface Books {

    /**
     * A position as booked, beside the fold of its fills that was last found equal.
     *
     * @param lastOrdinal number of the newest fill in {@code checked}, 0 before the first
     */
    record Entry(BookedPosition booked, Position checked, long lastOrdinal) {}

    /** Every position the account ever had. */
    List<Entry> entries(Account account);

    /** The next fills of an entry's symbol, in the order they were booked, at most {@code limit}. */
    List<BookedFill> fills(Entry entry, long afterOrdinal, int limit);

    /** Remembers that the booked position was found equal to the fold up to {@code lastOrdinal}. */
    void agreed(Entry entry, long lastOrdinal);
}
