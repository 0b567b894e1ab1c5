package dev.sextant.arbitrage.book;

import java.util.zip.CRC32;

/**
 * The book of one pair, fed with a venue's snapshots and changes. Prices and quantities are whole numbers of the pair's
 * last digit. A message is begun, its levels are set, and it is ended; between the two the book may hold more than its
 * depth. Whoever feeds it compares the checksum after each message and forgets the book when they differ. Not
 * thread-safe; allocates nothing after its construction and first checksum.
 */
public final class OrderBook {

    /** How many levels of each side the checksum is made of, whatever the depth. */
    public static final int CHECKED_LEVELS = 10;

    /** The depth of a book that the venue sends whole. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private final BookSide bids;
    private final BookSide asks;
    private final CRC32 crc = new CRC32();
    private long checksum;

    /**
     * An empty book.
     *
     * @param depth how many levels of each side the venue was asked for, 1 or more, or {@link #UNBOUNDED}
     */
    public OrderBook(int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("depth " + depth + ", expected 1 or more");
        }
        bids = new BookSide(1, depth);
        asks = new BookSide(-1, depth);
    }

    /** Those who buy, best (highest) first. */
    public BookSide bids() {
        return bids;
    }

    /** Those who sell, best (lowest) first. */
    public BookSide asks() {
        return asks;
    }

    /** Forgets every level: before a snapshot, or when the book can't be trusted. */
    public void clear() {
        bids.clear();
        asks.clear();
    }

    /** Sets a bid; quantity 0 removes it. Both whole numbers, the price above 0, the quantity 0 or more. */
    public void setBid(long price, long quantity) {
        bids.set(price, quantity);
    }

    /** Sets an ask; quantity 0 removes it. Both whole numbers, the price above 0, the quantity 0 or more. */
    public void setAsk(long price, long quantity) {
        asks.set(price, quantity);
    }

    /** The end of a message: levels beyond the depth go without being told of. */
    public void truncate() {
        bids.truncate();
        asks.truncate();
    }

    /** Whether somebody would pay more than another one asks: no venue's book is so for long, and no price in it holds. */
    public boolean isCrossed() {
        return bids.size() > 0 && asks.size() > 0 && bids.price(0) > asks.price(0);
    }

    /**
     * CRC-32 (IEEE) of the ten best asks and then the ten best bids, for each the digits of price and quantity with the
     * pair's precision, without the point and leading zeros; 0 to 2³² − 1. The rule is Kraken's, for version 2 of its
     * WebSocket API.
     */
    public long checksum() {
        boolean asksChanged = asks.refreshText();
        if (bids.refreshText() || asksChanged) {
            crc.reset();
            asks.addTo(crc);
            bids.addTo(crc);
            checksum = crc.getValue();
        }
        return checksum;
    }
}
