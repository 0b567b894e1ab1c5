package dev.sextant.reconciler;

import dev.sextant.domain.market.Symbol;
import dev.sextant.domain.portfolio.Position;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one pass found and did.
 *
 * @param checked unfinished orders that were looked at
 * @param changed orders whose state or fills changed
 * @param unknown orders whose outcome is still unknown or quarantined
 * @param strangers open orders at the venue that are not ours: shown, never touched
 * @param mismatches symbols whose position differs between the two
 * @param bookErrors positions that are not what their own fills make
 * @param unreadable what could not be read this time; the pass is not clean
 */
public record Findings(
        int checked,
        int changed,
        int unknown,
        List<String> strangers,
        List<Mismatch> mismatches,
        List<BookError> bookErrors,
        List<String> unreadable) {

    private static final String ORDER = "order ";

    /** A position that differs. Amounts are signed, in base units. */
    public record Mismatch(Symbol symbol, String atDesk, String atVenue) {}

    /** A position as booked, and as its fills make it. */
    public record BookError(Symbol symbol, Position booked, Position folded) {}

    public Findings {
        strangers = List.copyOf(strangers);
        mismatches = List.copyOf(mismatches);
        bookErrors = List.copyOf(bookErrors);
        unreadable = List.copyOf(unreadable);
    }

    /** The result of a second look; what the first one changed and could not read is not forgotten. */
    Findings after(Findings first) {
        List<String> unread = Stream.concat(first.unreadable.stream(), unreadable.stream())
                .distinct()
                .toList();
        return new Findings(checked, first.changed + changed, unknown, strangers, mismatches, bookErrors, unread);
    }

    /** What could not be read of a single order. */
    static String unreadOrder(String clientOrderId, @Nullable String why) {
        return ORDER + clientOrderId + ": " + why;
    }

    /**
     * True when open orders and positions were read. What could not be read then is single orders; each holds its symbol, as
     * every order does that isn't final.
     */
    public boolean overviewRead() {
        return unreadable.stream().allMatch(what -> what.startsWith(ORDER));
    }

    /** True when everything was read, both sides agree and the books add up. */
    public boolean clean() {
        return mismatches.isEmpty() && bookErrors.isEmpty() && unreadable.isEmpty();
    }
}
