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
    static final long NONE = Ladder.NONE;

    private static final long MILLION = 1_000_000;

    private final boolean buys;
    private final boolean feeInBase;
    private final int ppm;
    private final Fee fee;
    private final double unitWorth;
    private final double rateFactor;
    private final Ladder ladder;
    private final Divisor lot;
    private final long minQuantity;
    private final long minCost;
    private final long tick;
    private final Divisor baseUnit;
    private final Divisor quoteUnit;
    private final long mostBase;
    private final long mostQuote;

    Leg(CurrencyGraph graph, int edge, BookSide side) {
        MarketRules rules = graph.market(CurrencyGraph.marketOf(edge));
        this.buys = CurrencyGraph.isBuy(edge);
        this.feeInBase = rules.feeInBase();
        this.ppm = rules.feePpm();
        this.fee = new Fee(ppm);
        this.ladder = new Ladder(rules, buys, side);
        this.lot = new Divisor(rules.lot());
        this.minQuantity = rules.minQuantity();
        this.minCost = rules.minCost();
        this.tick = rules.tick();
        int sell = CurrencyGraph.sell(CurrencyGraph.marketOf(edge));
        this.baseUnit = new Divisor(Powers.ofTen(graph.scale(graph.from(sell)) - rules.quantityPrecision()));
        this.quoteUnit = new Divisor(Powers.ofTen(graph.scale(graph.to(sell)) - rules.costPrecision()));
        this.mostBase = Ladder.ABSURD / baseUnit.value();
        this.mostQuote = Ladder.ABSURD / quoteUnit.value();
        double kept = feeIsAdded() ? (double) MILLION / (MILLION + ppm) : (double) (MILLION - ppm) / MILLION;
        this.unitWorth = (double) ladder.priceFactor() / ladder.divisor() * quoteUnit.value();
        this.rateFactor = buys ? baseUnit.value() / unitWorth * kept : unitWorth / baseUnit.value() * kept;
    }

    /** What is looked at from here on counts: see {@link Ladder#looked}. */
    void begin() {
        ladder.begin();
    }

    /** See {@link Ladder#looked}. */
    int looked() {
        return ladder.looked();
    }

    /** Whether its side of the book has a level of this rank. */
    boolean reaches(int rank) {
        return ladder.reaches(rank);
    }

    /** The amount of the asset given that a level takes, without fees, as an estimate. */
    double levelIn(int level) {
        return buys ? worth(level) * ladder.quantity(level) : (double) ladder.quantity(level) * baseUnit.value();
    }

    /** What one lot more takes of the asset given, as an estimate. */
    double lotIn(int level) {
        return buys ? worth(level) * lot.value() : (double) lot.value() * baseUnit.value();
    }

    /** What a unit of the asset given brings at a level, fee taken off, to a double's precision. */
    double rate(int level) {
        return buys ? rateFactor / ladder.price(level) : rateFactor * ladder.price(level);
    }

    /** A unit of quantity at a level's price, in units of the quote asset. */
    private double worth(int level) {
        return ladder.price(level) * unitWorth;
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
        return BigInteger.valueOf(ladder.price(level))
                .multiply(BigInteger.valueOf(ladder.priceFactor()))
                .multiply(BigInteger.valueOf(quoteUnit.value()));
    }

    private BigInteger one() {
        return BigInteger.valueOf(ladder.divisor()).multiply(BigInteger.valueOf(baseUnit.value()));
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
        return ladder.level(quantity);
    }

    /** What a quantity is traded for, before fees, in units of the cost's precision; or {@link #NONE}. */
    long cost(long quantity) {
        return ladder.cost(quantity);
    }

    /** The amount of the asset given that a quantity takes, fee included; or {@link #NONE}. */
    long spend(long quantity) {
        return spend(quantity, buys ? cost(quantity) : 0);
    }

    /** The same where the quantity's {@link #cost} is known. */
    long spend(long quantity, long cost) {
        if (buys) {
            return cost == NONE ? NONE : quoteAmount(feeInBase ? cost : fee.addedTo(cost));
        }
        return baseAmount(feeInBase ? fee.addedTo(quantity) : quantity);
    }

    /** The amount of the other asset that a quantity brings, fee taken off; or {@link #NONE}. */
    long receive(long quantity) {
        return receive(quantity, buys ? 0 : cost(quantity));
    }

    /** The same where the quantity's {@link #cost} is known. */
    long receive(long quantity, long cost) {
        if (buys) {
            return baseAmount(feeInBase ? fee.takenFrom(quantity) : quantity);
        }
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
        return sold > ladder.depth(sold) ? NONE : sold;
    }

    private long bought(long budget) {
        long quantity = ladder.bought(budget);
        return quantity < 0 ? NONE : toLots(quantity);
    }

    /** Whether an amount of the asset given pays for a quantity. */
    boolean pays(long quantity, long amount) {
        long spent = spend(quantity);
        return spent >= 0 && spent <= amount;
    }

    /** The least quantity that is more than the levels before this one hold; or {@link #NONE}. */
    long beyond(int level) {
        long before = ladder.before(level);
        return before < 0 ? NONE : toLots(before) + lot.value();
    }

    /** The whole book's quantity, in lots. */
    long depth() {
        return toLots(ladder.depth(Ladder.ABSURD));
    }

    /** What the book holds at prices no worse than a limit, in lots. */
    long within(long limit) {
        return toLots(ladder.within(limit));
    }

    /** The least quantity that brings this amount of the other asset, fee taken off; or {@link #NONE}. */
    long toReceive(long amount) {
        if (buys) {
            long quantity = baseUnit.ceil(amount);
            long bought = upToLots(feeInBase ? fee.leaving(quantity) : quantity);
            return bought > ladder.depth(bought) ? NONE : bought;
        }
        long proceeds = quoteUnit.ceil(amount);
        return sold(feeInBase ? proceeds : fee.leaving(proceeds));
    }

    private long sold(long proceeds) {
        long quantity = ladder.sold(proceeds);
        if (quantity < 0) {
            return NONE;
        }
        long lots = upToLots(quantity);
        return lots > ladder.depth(lots) ? NONE : lots;
    }

    /** Whether the venue takes an order of this quantity. */
    boolean isEnough(long quantity) {
        return isEnough(quantity, cost(quantity));
    }

    /** The same where the quantity's {@link #cost} is known. */
    boolean isEnough(long quantity, long cost) {
        return quantity > 0 && quantity >= minQuantity && cost >= minCost;
    }

    /** The worst price a quantity is traded at, on the tick: what a limit order has to bid or ask. */
    long limit(long quantity) {
        long price = ladder.price(ladder.level(quantity));
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
