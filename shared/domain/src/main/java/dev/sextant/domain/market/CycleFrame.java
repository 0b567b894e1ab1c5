package dev.sextant.domain.market;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A triangle that pays, with everything that is needed to judge it again: rules and books of its pairs, of the ways back out
 * of it, and of what its start asset is worth. Made by the ingest that holds the lease, which mints the opportunity; the
 * scorer confirms it without asking anybody. A later frame of the same opportunity replaces an earlier one, a lost one is no
 * loss, and one that comes twice makes the same plan.
 *
 * @param venue as opportunities name it
 * @param opportunityId 64 hex digits
 * @param cycle as it is written, {@code USD>BTC>ETH>USD}
 * @param asOfMs time of the wall's clock at which the books were so
 * @param limits by which it was found
 * @param books one for each pair, 3 to {@link #MOST_BOOKS}
 */
public record CycleFrame(
        String venue, String opportunityId, String cycle, long asOfMs, Limits limits, List<FramedBook> books)
        implements MarketRecord {

    /** The one partition key of all of them. */
    public static final Symbol DOMAIN = new Symbol("kraken-books");

    /** A cycle of four with a way back from its middle and a price of its start. */
    public static final int MOST_BOOKS = 8;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CYCLE = Pattern.compile("[A-Za-z0-9._-]{1,20}(>[A-Za-z0-9._-]{1,20}){3,4}");
    private static final Pattern VENUE = Pattern.compile("[a-z]{1,20}");

    /**
     * What the detector went by.
     *
     * @param bufferPpm what it must earn beyond its fees, millionths
     * @param maxEdgePpm what best prices may pay to be believed, millionths
     * @param haircutPpm how much worse prices may be when it is sold back, millionths
     * @param maxNotional the most it may take, whole units of its start asset
     */
    public record Limits(int bufferPpm, int maxEdgePpm, int haircutPpm, long maxNotional) {

        public Limits {
            if (bufferPpm < 0 || bufferPpm > 1_000_000 || maxEdgePpm < 1 || haircutPpm < 0 || haircutPpm > 1_000_000) {
                throw new IllegalArgumentException("bufferPpm " + bufferPpm + ", maxEdgePpm " + maxEdgePpm
                        + ", haircutPpm " + haircutPpm + ", expected 0 to 1000000, the second above 0");
            }
            if (maxNotional < 1 || maxNotional > 1_000_000_000_000L) {
                throw new IllegalArgumentException("maxNotional " + maxNotional + ", expected 1 to 1e12");
            }
        }
    }

    public CycleFrame {
        books = List.copyOf(books);
        if (!VENUE.matcher(venue).matches()
                || !ID.matcher(opportunityId).matches()
                || !CYCLE.matcher(cycle).matches()) {
            throw new IllegalArgumentException("a cycle '" + cycle + "' of venue '" + venue + "', opportunity '"
                    + opportunityId + "', expected A>B>C>A, a venue's name and 64 hex digits");
        }
        long pairs = books.stream().map(book -> book.rules().pair()).distinct().count();
        if (books.size() < 3 || books.size() > MOST_BOOKS || pairs != books.size()) {
            throw new IllegalArgumentException(
                    cycle + " has " + books.size() + " books of " + pairs + " pairs, expected 3 to " + MOST_BOOKS);
        }
    }

    /** {@inheritDoc} All of these are of one. */
    @Override
    public Symbol symbol() {
        return DOMAIN;
    }
}
