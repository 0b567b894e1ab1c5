package dev.sextant.arbitrage.price;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;

/**
 * The quantities with which a cycle earns most. The rule: leg 1 trades the greatest quantity, within the cap, whose last
 * lot still passes levels that multiply to more than one and the buffer, each leg trading all that the one before it
 * brought; then, from the last leg back, each leg gives up what the next one doesn't need. What is earned is what the
 * last leg brings less what the first one takes; what is left between legs counts for nothing. No other quantity of leg
 * 1 earns more than this by as much as one lot of each later leg is worth.
 *
 * <p>A walk down the three ladders in doubles finds the place, and whole numbers settle it. Not thread-safe; allocates
 * nothing but where a product of rates is within 10⁻¹² of the threshold.
 */
public final class CycleSizer {

    private static final double NOTHING_LEFT = 1e-12;

    private final Cycles cycles;
    private final Threshold threshold;
    private final long bufferPpm;
    private final Leg[] edges;
    private final Leg[] legs = new Leg[Cycles.MOST_LEGS];
    private final int[] levels = new int[Cycles.MOST_LEGS];
    private final double[] rates = new double[Cycles.MOST_LEGS];
    private final double[] left = new double[Cycles.MOST_LEGS];
    private final long[] quantities = new long[Cycles.MOST_LEGS];
    private int count;

    /** The leg whose level the walk down the ladders used up last. */
    private int ended;

    private long spend;
    private long receive;

    /**
     * A sizer over these books.
     *
     * @param books one for each market, by id
     * @param bufferPpm what a cycle must earn beyond its fees to count, in millionths, 0 to 1,000,000
     */
    public CycleSizer(CurrencyGraph graph, Cycles cycles, OrderBook[] books, int bufferPpm) {
        if (bufferPpm < 0 || bufferPpm > 1_000_000) {
            throw new IllegalArgumentException("buffer of " + bufferPpm + " ppm, expected 0 to 1000000");
        }
        this.cycles = cycles;
        this.threshold = new Threshold(bufferPpm);
        this.bufferPpm = bufferPpm;
        this.edges = new Leg[2 * graph.marketCount()];
        for (int edge = 0; edge < edges.length; edge++) {
            OrderBook book = books[CurrencyGraph.marketOf(edge)];
            edges[edge] = new Leg(graph, edge, CurrencyGraph.isBuy(edge) ? book.asks() : book.bids());
        }
    }

    /** What an edge's best level brings for a unit, fee taken off; 0 when there is none. */
    double bestRate(int edge) {
        Leg leg = edges[edge];
        return leg.levels() == 0 ? 0 : leg.rate(0);
    }

    boolean mayExceed(double product) {
        return threshold.mayExceed(product);
    }

    /**
     * Sizes a cycle.
     *
     * @param cycle its id
     * @param cap the most of the start asset to begin with, in units of its scale, 0 to 2⁶⁰
     * @return what it comes to; the quantities can be read when it is {@link Sizing#PROFITABLE}
     */
    public Sizing size(int cycle, long cap) {
        int[] path = cycles.edges(cycle);
        count = path.length;
        for (int i = 0; i < count; i++) {
            legs[i] = edges[path[i]];
            levels[i] = 0;
            if (legs[i].levels() == 0) {
                return Sizing.NO_BOOK;
            }
        }
        if (!exceeds()) {
            return Sizing.NO_EDGE;
        }
        long most = legs[0].most(cap);
        long quantity = greatest(cap, most < 0 ? legs[0].depth() : most);
        if (quantities[0] != quantity) {
            pass(quantity);
        }
        return trim() ? judge() : Sizing.TOO_SMALL;
    }

    private Sizing judge() {
        for (int i = 0; i < count; i++) {
            if (!legs[i].isEnough(quantities[i])) {
                return Sizing.TOO_SMALL;
            }
        }
        spend = legs[0].spend(quantities[0]);
        receive = legs[count - 1].receive(quantities[count - 1]);
        if (spend < 0 || receive < 0 || receive - spend <= Wide.mulDivFloor(spend, bufferPpm, 1_000_000)) {
            return Sizing.EATEN_BY_LOTS;
        }
        return Sizing.PROFITABLE;
    }

    /** The greatest quantity of leg 1 whose last lot pays, no more than the most; often it is the last one passed. */
    private long greatest(long cap, long most) {
        double estimate = estimate(cap);
        long lot = legs[0].lot();
        int next = levels[ended];
        long bad = tooMuch();
        if (bad > 0) {
            long cut = most / lot * lot;
            long good = Math.min(cut, bad - lot);
            if (pays(good) && (good == cut || !paysWith(next))) {
                return good;
            }
        }
        return search(estimate, most, lot);
    }

    /** Whether the quantity just passed would pay if the leg {@link #ended} reached this level. */
    private boolean paysWith(int level) {
        levels[ended] = level;
        return exceeds();
    }

    /**
     * The least quantity of leg 1 that reaches the level at which the walk down the ladders ended: what that level's leg
     * needs for one lot of it, told back from leg to leg; or {@link Leg#NONE} when a book ends there.
     */
    private long tooMuch() {
        if (levels[ended] == legs[ended].levels()) {
            return Leg.NONE;
        }
        long quantity = legs[ended].beyond(levels[ended]);
        for (int i = ended - 1; i >= 0 && quantity > 0; i--) {
            long needed = legs[i + 1].spend(quantity);
            quantity = needed <= 0 ? Leg.NONE : legs[i].toReceive(needed);
        }
        return quantity;
    }

    /** By steps that grow, around an estimate. */
    private long search(double estimate, long most, long lot) {
        long step = Math.max(1, (long) (slack() / legs[0].lotIn(0)));
        long guess = legs[0].most((long) estimate);
        long middle = (guess < 0 ? most : Math.min(most, guess)) / lot;
        return pays(middle * lot) ? upFrom(middle, step, most / lot, lot) : downFrom(middle, step, lot);
    }

    private long upFrom(long lots, long step, long most, long lot) {
        long good = lots;
        for (long wider = step; good < most; wider *= 4) {
            long next = Math.min(most, good + wider);
            if (!pays(next * lot)) {
                return between(good, next, lot);
            }
            good = next;
        }
        return good * lot;
    }

    private long downFrom(long lots, long step, long lot) {
        long bad = lots;
        for (long wider = step; bad > 0; wider *= 4) {
            long next = Math.max(0, bad - wider);
            if (pays(next * lot)) {
                return between(next, bad, lot);
            }
            bad = next;
        }
        return 0;
    }

    private long between(long pays, long doesNot, long lot) {
        long good = pays;
        long bad = doesNot;
        while (bad - good > 1) {
            long middle = (good + bad) >>> 1;
            if (pays(middle * lot)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return good * lot;
    }

    /** How far the estimate may be off, in units of the start asset: some lots of each leg. */
    private double slack() {
        double slack = 0;
        double passed = 1;
        for (int i = 0; i < count; i++) {
            slack += legs[i].lotIn(0) / passed;
            passed *= legs[i].rate(0);
        }
        return 2 * slack;
    }

    /** Whether a quantity of leg 1 passes through the books at levels that multiply to more than the threshold. */
    private boolean pays(long quantity) {
        if (!pass(quantity)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            levels[i] = legs[i].level(quantities[i]);
        }
        return exceeds();
    }

    private boolean exceeds() {
        for (int i = 0; i < count; i++) {
            rates[i] = legs[i].rate(levels[i]);
        }
        return threshold.exceeds(product(), legs, levels, count);
    }

    /** Each leg trades all that the one before it brought; false when a book holds too little. */
    private boolean pass(long quantity) {
        quantities[0] = quantity;
        for (int i = 1; i < count; i++) {
            long amount = legs[i - 1].receive(quantities[i - 1]);
            quantities[i] = amount < 0 ? amount : legs[i].most(amount);
            if (quantities[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** From the last leg back, each gives up what the next one doesn't need. */
    private boolean trim() {
        for (int i = count - 2; i >= 0; i--) {
            long needed = legs[i + 1].spend(quantities[i + 1]);
            quantities[i] = needed <= 0 ? Leg.NONE : legs[i].toReceive(needed);
            if (quantities[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** Down the ladders level by level while they pay: how much of the start asset goes in. */
    private double estimate(long cap) {
        double in = 0;
        for (int i = 0; i < count; i++) {
            reach(i, 0);
        }
        while (in < cap && threshold.exceeds(product(), legs, levels, count)) {
            double most = narrowest();
            in += most;
            take(most);
            if (levels[ended] + 1 == legs[ended].levels()) {
                levels[ended]++;
                break;
            }
            reach(ended, levels[ended] + 1);
        }
        return Math.min(in, (double) cap);
    }

    private void reach(int leg, int level) {
        levels[leg] = level;
        rates[leg] = legs[leg].rate(level);
        left[leg] = legs[leg].levelIn(level);
    }

    private double product() {
        double product = 1;
        for (int i = 0; i < count; i++) {
            product *= rates[i];
        }
        return product;
    }

    /** How much more of the start asset goes in until one of the levels is used up: that of the leg {@link #ended}. */
    private double narrowest() {
        double most = Double.MAX_VALUE;
        double passed = 1;
        for (int i = 0; i < count; i++) {
            double room = left[i] / passed;
            if (room < most) {
                most = room;
                ended = i;
            }
            passed *= rates[i];
        }
        return most;
    }

    private void take(double amount) {
        double passed = amount;
        for (int i = 0; i < count; i++) {
            left[i] = Math.max(NOTHING_LEFT, left[i] - passed);
            passed *= rates[i];
        }
    }

    /** How many legs the sized cycle has. */
    public int legs() {
        return count;
    }

    /** What a leg of the sized cycle trades, in units of 10^−quantity precision of its market. */
    public long quantity(int leg) {
        return quantities[leg];
    }

    /** The worst price of a leg of the sized cycle, on the tick, in units of 10^−price precision of its market. */
    public long limit(int leg) {
        return legs[leg].limit(quantities[leg]);
    }

    /** What a leg takes of its asset, fee included, in units of that asset's scale. */
    public long spend(int leg) {
        return legs[leg].spend(quantities[leg]);
    }

    /** What a leg brings, fee taken off, in units of that asset's scale. */
    public long receive(int leg) {
        return legs[leg].receive(quantities[leg]);
    }

    /** What the sized cycle takes of its start asset, in units of its scale. */
    public long spend() {
        return spend;
    }

    /** What the sized cycle earns of its start asset, in units of its scale. */
    public long profit() {
        return receive - spend;
    }

    /** What it earns beyond the buffer, in basis points of what it takes. */
    public double edgeBps() {
        return (double) (receive - spend) / spend * 1e4 - bufferPpm / 100.0;
    }
}
