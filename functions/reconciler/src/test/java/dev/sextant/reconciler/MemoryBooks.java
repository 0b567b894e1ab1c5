package dev.sextant.reconciler;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.order.Fill;
import dev.sextant.domain.portfolio.Position;
import dev.sextant.platform.portfolio.BookedFill;
import dev.sextant.platform.portfolio.BookedPosition;
import java.util.ArrayList;
import java.util.List;

/** Books of one symbol that a test may falsify. Numbers of fills have holes, as in the database. */
final class MemoryBooks implements Books {

    private static final int HOLES = 7;

    final List<Fill> fills = new ArrayList<>();
    Position booked = Position.FLAT;
    Position checked = Position.FLAT;
    long lastOrdinal;
    int fillsRead;

    /** Books a fill as the database would. */
    void book(Fill fill) {
        fills.add(fill);
        booked = booked.after(fill, "USDT");
    }

    @Override
    public List<Entry> entries(Account account) {
        return booked.fills() == 0
                ? List.of()
                : List.of(new Entry(
                        new BookedPosition(account, "BINANCE", MemoryDesk.BTC, "USDT", booked), checked, lastOrdinal));
    }

    @Override
    public List<BookedFill> fills(Entry entry, long afterOrdinal, int limit) {
        List<BookedFill> page = new ArrayList<>();
        for (int i = 0; i < fills.size() && page.size() < limit; i++) {
            long ordinal = (i + 1L) * HOLES;
            if (ordinal > afterOrdinal) {
                page.add(new BookedFill(ordinal, "trip", fills.get(i)));
            }
        }
        fillsRead += page.size();
        return page;
    }

    @Override
    public void agreed(Entry entry, long ordinal) {
        checked = entry.booked().position();
        lastOrdinal = ordinal;
    }
}
