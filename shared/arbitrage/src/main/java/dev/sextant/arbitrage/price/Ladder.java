package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.graph.MarketRules;

/**
 * One side of a book as an order goes down it: quantities in whole numbers of the market's last digit, what they are
 * traded for in whole numbers of the cost's precision. Each level is a trade of its own; what it costs is rounded up, and
 * what it brings is rounded down. Remembers how deep it was looked at.
 */
final class Ladder {

    /** What an amount can't be: more than the book holds, or absurdly much. */
    static final long NONE = -1;

    /** No sum of this desk is near it, and sums of a few such amounts still are whole numbers. */
    static final long ABSURD = 1L << 60;

    private static final int MOST_DIGITS = 18;

    private final boolean buys;
    private final BookSide side;
    private final long priceFactor;
    private final Divisor divisor;
    private int looked;

    Ladder(MarketRules rules, boolean buys, BookSide side) {
        this.buys = buys;
        this.side = side;
        int digits = rules.pricePrecision() + rules.quantityPrecision() - rules.costPrecision();
        if (digits > MOST_DIGITS) {
            throw new IllegalArgumentException(
                    rules.symbol() + ": precisions of price and quantity exceed that of costs by " + digits
                            + " digits, expected at most " + MOST_DIGITS);
        }
        this.divisor = new Divisor(Powers.ofTen(Math.max(0, digits)));
        this.priceFactor = Powers.ofTen(Math.max(0, -digits));
    }

    /** What is looked at from here on counts. */
    void begin() {
        looked = 0;
    }

    /** The deepest rank that was looked at; the one behind the last level when it mattered that there is none. */
    int looked() {
        return looked;
    }

    private void look(int rank) {
        looked = Math.max(looked, rank);
    }

    /** Whether there is a level of this rank. */
    boolean reaches(int rank) {
        look(rank);
        return rank < side.size();
    }

    /** The price of a level that there is. */
    long price(int level) {
        look(level);
        return side.price(level);
    }

    /** The quantity of a level that there is. */
    long quantity(int level) {
        look(level);
        return side.quantity(level);
    }

    /** What a price is multiplied with before it is multiplied with a quantity and divided by {@link #divisor}. */
    long priceFactor() {
        return priceFactor;
    }

    /** See {@link #priceFactor}. */
    long divisor() {
        return divisor.value();
    }

    /** The level in which the last unit of a quantity lies; the last one when there are too few. */
    int level(long quantity) {
        long rest = quantity;
        int level = 0;
        while (rest > side.quantity(level)) {
            if (!reaches(level + 1)) {
                return level;
            }
            rest -= side.quantity(level);
            level++;
        }
        look(level);
        return level;
    }

    /** What a quantity is traded for; or {@link #NONE}. */
    long cost(long quantity) {
        long rest = quantity;
        long cost = 0;
        int level = 0;
        for (; rest > 0; level++) {
            if (level == side.size()) {
                look(level);
                return NONE;
            }
            long part = Math.min(rest, side.quantity(level));
            long value = value(level, part);
            if (value > ABSURD || (cost += value) > ABSURD) {
                look(level);
                return NONE;
            }
            rest -= part;
        }
        look(level - 1);
        return cost;
    }

    private long value(int level, long quantity) {
        long price = scaledPrice(level);
        return buys ? Wide.mulDivCeil(price, quantity, divisor) : Wide.mulDivFloor(price, quantity, divisor);
    }

    private long scaledPrice(int level) {
        return side.price(level) * priceFactor;
    }

    /** The greatest quantity that is traded for a cost or less; or {@link #NONE} when all that there is costs less. */
    long bought(long cost) {
        long rest = cost;
        long quantity = 0;
        for (int level = 0; reaches(level); level++) {
            long whole = value(level, side.quantity(level));
            if (whole > rest) {
                return quantity + Wide.mulDivFloor(rest, divisor.value(), scaledPrice(level));
            }
            rest -= whole;
            quantity += side.quantity(level);
            if (quantity > ABSURD) {
                return NONE;
            }
        }
        return rest > 0 ? NONE : quantity;
    }

    /** The least quantity that brings so much; or {@link #NONE}. */
    long sold(long proceeds) {
        long rest = proceeds;
        long quantity = 0;
        for (int level = 0; reaches(level); level++) {
            long whole = value(level, side.quantity(level));
            if (whole >= rest) {
                return quantity + Wide.mulDivCeil(rest, divisor.value(), scaledPrice(level));
            }
            rest -= whole;
            quantity += side.quantity(level);
            if (quantity > ABSURD) {
                return NONE;
            }
        }
        return rest > 0 ? NONE : quantity;
    }

    /** What the levels better than this one hold; or {@link #NONE}. */
    long before(int level) {
        long quantity = 0;
        for (int better = 0; better < level; better++) {
            quantity += Math.min(ABSURD, quantity(better));
        }
        return quantity > ABSURD ? NONE : quantity;
    }

    /** What there is, as far as it matters beside a wanted quantity. */
    long depth(long wanted) {
        long depth = 0;
        for (int level = 0; depth < wanted && reaches(level); level++) {
            depth += Math.min(ABSURD, side.quantity(level));
        }
        return depth;
    }

    /** What there is at prices no worse than a limit. */
    long within(long limit) {
        long quantity = 0;
        for (int level = 0; quantity < ABSURD && reaches(level); level++) {
            long price = side.price(level);
            if (buys ? price > limit : price < limit) {
                break;
            }
            quantity += Math.min(ABSURD, side.quantity(level));
        }
        return quantity;
    }
}
