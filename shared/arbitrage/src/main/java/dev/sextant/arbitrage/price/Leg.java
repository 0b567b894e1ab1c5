package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.BookSide;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.MarketRules;
import java.math.BigInteger;

/**
 * One edge of a cycle through the depth of its book, exactly. Quantities are whole numbers of the market's last digit
 * and multiples of its lot; amounts of assets are whole numbers of the asset's scale. Every rounding is against us:
 * each level is a trade of its own whose cost is rounded up and whose proceeds are rounded down to the cost's precision,
 * and the fee of the whole is rounded up.
 */
final class Leg {

    /** What an amount can't be: more than the book holds, or absurdly much. */
    static final long NONE = -1;

    /** No sum of this desk is near it, and sums of a few such amounts still are whole numbers. */
    private static final long ABSURD = 1L << 60;

    private static final long MILLION = 1_000_000;

    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final boolean buys;
    private final boolean feeInBase;
    private final int ppm;
    private final Fee fee;
    private final double unitWorth;
    private final double rateFactor;
    private final BookSide side;
    private final Divisor lot;
    private final long minQuantity;
    private final long minCost;
    private final long tick;
    private final Divisor baseUnit;
    private final Divisor quoteUnit;
    private final long mostBase;
    private final long mostQuote;
    private final long priceFactor;
    private final Divisor divisor;

    Leg(CurrencyGraph graph, int edge, BookSide side) {
        MarketRules rules = graph.market(CurrencyGraph.marketOf(edge));
        this.buys = CurrencyGraph.isBuy(edge);
        this.feeInBase = rules.feeInBase();
        this.ppm = rules.feePpm();
        this.fee = new Fee(ppm);
        this.side = side;
        this.lot = new Divisor(rules.lot());
        this.minQuantity = rules.minQuantity();
        this.minCost = rules.minCost();
        this.tick = rules.tick();
        int sell = CurrencyGraph.sell(CurrencyGraph.marketOf(edge));
        this.baseUnit = new Divisor(POWERS[graph.scale(graph.from(sell)) - rules.quantityPrecision()]);
        this.quoteUnit = new Divisor(POWERS[graph.scale(graph.to(sell)) - rules.costPrecision()]);
        this.mostBase = ABSURD / baseUnit.value();
        this.mostQuote = ABSURD / quoteUnit.value();
        int digits = rules.pricePrecision() + rules.quantityPrecision() - rules.costPrecision();
        this.divisor = new Divisor(POWERS[Math.min(18, Math.max(0, digits))]);
        this.priceFactor = POWERS[Math.max(0, -digits)];
        double kept = feeIsAdded() ? (double) MILLION / (MILLION + ppm) : (double) (MILLION - ppm) / MILLION;
        this.unitWorth = (double) priceFactor / divisor.value() * quoteUnit.value();
        this.rateFactor = buys ? baseUnit.value() / unitWorth * kept : unitWorth / baseUnit.value() * kept;
        if (digits > 18) {
            throw new IllegalArgumentException(
                    rules.symbol() + ": precisions of price and quantity exceed that of costs by " + digits
                            + " digits, expected at most 18");
        }
    }

    int levels() {
        return side.size();
    }

    /** The amount of the asset given that a level takes, without fees, as an estimate. */
    double levelIn(int level) {
        return buys ? worth(level) * side.quantity(level) : (double) side.quantity(level) * baseUnit.value();
    }

    /** What one lot more takes of the asset given, as an estimate. */
    double lotIn(int level) {
        return buys ? worth(level) * lot.value() : (double) lot.value() * baseUnit.value();
    }

    /** What a unit of the asset given brings at a level, fee taken off, to a double's precision. */
    double rate(int level) {
        return buys ? rateFactor / side.price(level) : rateFactor * side.price(level);
    }

    /** A unit of quantity at a level's price, in units of the quote asset. */
    private double worth(int level) {
        return side.price(level) * unitWorth;
    }

    /** The rate of a level as a fraction; both parts positive. */
    BigInteger numerator(int level) {
        return buys ? one().multiply(keptNumerator()) : priced(level).multiply(keptNumerator());
    }

    /** See {@link #numerator}. */
    BigInteger denominator(int level) {
        return buys ? priced(level).multiply(keptDenominator()) : one().multiply(keptDenominator());
    }

    private BigInteger priced(int level) {
        return BigInteger.valueOf(side.price(level))
                .multiply(BigInteger.valueOf(priceFactor))
                .multiply(BigInteger.valueOf(quoteUnit.value()));
    }

    private BigInteger one() {
        return BigInteger.valueOf(divisor.value()).multiply(BigInteger.valueOf(baseUnit.value()));
    }

    private BigInteger keptNumerator() {
        return BigInteger.valueOf(feeIsAdded() ? MILLION : MILLION - ppm);
    }

    private BigInteger keptDenominator() {
        return BigInteger.valueOf(feeIsAdded() ? MILLION + ppm : MILLION);
    }

    /** Whether the fee comes on top of what is given, and isn't taken from what comes back. */
    private boolean feeIsAdded() {
        return buys != feeInBase;
    }

    /** The level in which the last unit of a quantity lies. */
    int level(long quantity) {
        long rest = quantity;
        int level = 0;
        while (level < side.size() - 1 && rest > side.quantity(level)) {
            rest -= side.quantity(level);
            level++;
        }
        return level;
    }

    /** What a quantity is traded for, before fees, in units of the cost's precision; or {@link #NONE}. */
    long cost(long quantity) {
        long rest = quantity;
        long cost = 0;
        for (int level = 0; rest > 0; level++) {
            if (level == side.size()) {
                return NONE;
            }
            long part = Math.min(rest, side.quantity(level));
            long value = value(level, part);
            if (value > ABSURD || (cost += value) > ABSURD) {
                return NONE;
            }
            rest -= part;
        }
        return cost;
    }

    private long value(int level, long quantity) {
        long price = scaledPrice(level);
        return buys ? Wide.mulDivCeil(price, quantity, divisor) : Wide.mulDivFloor(price, quantity, divisor);
    }

    private long scaledPrice(int level) {
        return side.price(level) * priceFactor;
    }

    /** The amount of the asset given that a quantity takes, fee included; or {@link #NONE}. */
    long spend(long quantity) {
        if (buys) {
            long cost = cost(quantity);
            return cost == NONE ? NONE : quoteAmount(feeInBase ? cost : fee.addedTo(cost));
        }
        return baseAmount(feeInBase ? fee.addedTo(quantity) : quantity);
    }

    /** The amount of the other asset that a quantity brings, fee taken off; or {@link #NONE}. */
    long receive(long quantity) {
        if (buys) {
            return baseAmount(feeInBase ? fee.takenFrom(quantity) : quantity);
        }
        long cost = cost(quantity);
        return cost == NONE ? NONE : quoteAmount(feeInBase ? cost : fee.takenFrom(cost));
    }

    private long baseAmount(long units) {
        return units > mostBase ? NONE : units * baseUnit.value();
    }

    private long quoteAmount(long units) {
        return units > mostQuote ? NONE : units * quoteUnit.value();
    }

    /** The greatest quantity an amount of the asset given pays for; or {@link #NONE} when the book holds less than that. */
    long most(long amount) {
        if (buys) {
            long budget = quoteUnit.floor(amount);
            return bought(feeInBase ? budget : fee.before(budget));
        }
        long quantity = baseUnit.floor(amount);
        long sold = toLots(feeInBase ? fee.before(quantity) : quantity);
        return sold > depth(sold) ? NONE : sold;
    }

    private long bought(long budget) {
        long rest = budget;
        long quantity = 0;
        for (int level = 0; level < side.size(); level++) {
            long whole = value(level, side.quantity(level));
            if (whole > rest) {
                return toLots(quantity + Wide.mulDivFloor(rest, divisor.value(), scaledPrice(level)));
            }
            rest -= whole;
            quantity += side.quantity(level);
            if (quantity > ABSURD) {
                return NONE;
            }
        }
        return rest > 0 ? NONE : toLots(quantity);
    }

    /** The least quantity that is more than the levels before this one hold. */
    long beyond(int level) {
        long quantity = 0;
        for (int before = 0; before < level; before++) {
            quantity += Math.min(ABSURD, side.quantity(before));
        }
        return quantity > ABSURD ? NONE : toLots(quantity) + lot.value();
    }

    /** What the book holds, as far as it matters beside a wanted quantity. */
    private long depth(long wanted) {
        long depth = 0;
        for (int level = 0; level < side.size() && depth < wanted; level++) {
            depth += Math.min(ABSURD, side.quantity(level));
        }
        return depth;
    }

    /** The whole book's quantity, in lots. */
    long depth() {
        return toLots(depth(ABSURD));
    }

    /** What the book holds at prices no worse than a limit, in lots. */
    long within(long limit) {
        long quantity = 0;
        for (int level = 0; level < side.size() && quantity < ABSURD; level++) {
            long price = side.price(level);
            if (buys ? price > limit : price < limit) {
                break;
            }
            quantity += Math.min(ABSURD, side.quantity(level));
        }
        return toLots(quantity);
    }

    /** The least quantity that brings this amount of the other asset, fee taken off; or {@link #NONE}. */
    long toReceive(long amount) {
        if (buys) {
            long quantity = baseUnit.ceil(amount);
            long bought = upToLots(feeInBase ? fee.leaving(quantity) : quantity);
            return bought > depth(bought) ? NONE : bought;
        }
        long proceeds = quoteUnit.ceil(amount);
        return sold(feeInBase ? proceeds : fee.leaving(proceeds));
    }

    private long sold(long proceeds) {
        long rest = proceeds;
        long quantity = 0;
        for (int level = 0; level < side.size(); level++) {
            long whole = value(level, side.quantity(level));
            if (whole >= rest) {
                long lots = upToLots(quantity + Wide.mulDivCeil(rest, divisor.value(), scaledPrice(level)));
                return lots > depth(lots) ? NONE : lots;
            }
            rest -= whole;
            quantity += side.quantity(level);
            if (quantity > ABSURD) {
                return NONE;
            }
        }
        return rest > 0 ? NONE : quantity;
    }

    /** Whether the venue takes an order of this quantity. */
    boolean isEnough(long quantity) {
        return quantity > 0 && quantity >= minQuantity && cost(quantity) >= minCost;
    }

    /** The worst price a quantity is traded at, on the tick: what a limit order has to bid or ask. */
    long limit(long quantity) {
        long price = side.price(level(quantity));
        long off = price % tick;
        if (off == 0) {
            return price;
        }
        return buys ? price - off + tick : Math.max(tick, price - off);
    }

    long lot() {
        return lot.value();
    }

    private long toLots(long quantity) {
        return lot.multiple(quantity);
    }

    private long upToLots(long quantity) {
        return lot.ceil(quantity) * lot.value();
    }
}
