package dev.sextant.planning;

import dev.sextant.arbitrage.book.OrderBook;
import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.graph.MarketRules;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.CycleFrame;
import dev.sextant.domain.plan.CyclePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Four assets with all pairs between them, whose books jump about a little: edges come and go. Notes what a planner beside
 * the detector plans at once, with the frame of the same moment.
 */
final class MovingMarket implements OpportunitySink {

    static final PlanSettings SETTINGS = settings(1_000);
    static final PlanSettings PATIENT = settings(100_000);
    private static final DetectorLimits LIMITS = new DetectorLimits(0, 50_000, 100_000, 5_000);
    private static final int HAIRCUT_PPM = 5_000;
    private static final String ID = "7f".repeat(32);
    private static final List<MarketRules> PAIRS = List.of(
            rules("BTC/USD", 1),
            rules("ETH/BTC", 5),
            rules("ETH/USD", 2),
            rules("BTC/EUR", 1),
            rules("ETH/EUR", 2),
            rules("EUR/USD", 5));
    private static final double[] FAIR = {50_000, 0.05, 2_500, 45_000, 2_250, 1.11};

    /** A plan and the frame of the moment it was made. */
    record Found(CyclePlan planned, CycleFrame frame) {}

    final List<Found> found = new ArrayList<>();
    private final CurrencyGraph graph = new CurrencyGraph(PAIRS);
    private final Cycles cycles = Cycles.of(graph, 4, List.of("USD", "EUR"));
    private final CycleDetector detector;
    private final PlanMaker maker;
    private final CycleFramer framer;
    private final Random random;
    private long nowMs = 1_767_225_600_000L;

    MovingMarket(long seed) {
        random = new Random(seed);
        detector = new CycleDetector(graph, cycles, new int[] {10, 10, 10, 10, 10, 10}, LIMITS, this);
        maker = new PlanMaker(PATIENT, new Markets(graph, detector), cycles, HAIRCUT_PPM);
        framer = new CycleFramer("kraken", graph, cycles, detector, LIMITS, HAIRCUT_PPM, "USD");
        for (int market = 0; market < PAIRS.size(); market++) {
            set(market, 1);
        }
    }

    private static PlanSettings settings(long maxBookAgeMs) {
        return new PlanSettings(
                new Account("paper-triangles"),
                "USD",
                "triangles",
                "triangles@1",
                CyclePlan.Lane.STREAM,
                maxBookAgeMs,
                2_000);
    }

    private static MarketRules rules(String pair, int pricePrecision) {
        String[] assets = pair.split("/", -1);
        return new MarketRules(pair, assets[0], assets[1], pricePrecision, 8, 8, 1, 1, 10_000, 50_000, 500, false);
    }

    /** The plainest triangle that pays: half a per cent on each round. */
    static CycleFrame triangle() {
        MovingMarket market = new MovingMarket(1);
        long at = market.nowMs;
        market.found.clear();
        market.book(0, 50_000, at - 40);
        market.book(1, 0.05, at - 30);
        market.book(2, 2_500, at - 20);
        market.nowMs = at;
        market.book(2, 2_520, at - 20);
        int cycle = 0;
        while (!market.cycles.name(cycle).equals("USD>BTC>ETH>USD")) {
            cycle++;
        }
        return market.framer.frame(ID, cycle, at).orElseThrow();
    }

    /** One book jumps. */
    void change() {
        nowMs += random.nextInt(50);
        set(random.nextInt(PAIRS.size()), 1 + random.nextGaussian() * 0.002);
    }

    private void set(int market, double moved) {
        book(market, FAIR[market] * moved, nowMs);
    }

    private void book(int market, double middle, long atMs) {
        OrderBook book = detector.book(market);
        double unit = Math.pow(10, PAIRS.get(market).pricePrecision());
        long price = Math.round(middle * unit);
        book.clear();
        long step = Math.max(1, price / 50_000);
        for (int level = 1; level <= 10; level++) {
            book.setAsk(price + level * step, 1_000_000L * (1 + random.nextInt(900)));
            book.setBid(price - level * step, 1_000_000L * (1 + random.nextInt(900)));
        }
        book.truncate();
        detector.updated(market, atMs);
    }

    @Override
    public void seen(int cycle, long atMs, CycleSizer sized) {
        if (maker.make(ID, cycle, atMs, sized) instanceof PlanMaker.Made.Plan(CyclePlan plan)) {
            found.add(new Found(plan, framer.frame(ID, cycle, atMs).orElseThrow()));
        }
    }

    @Override
    public void stillThere(int cycle, long atMs, CycleSizer sized) {
        seen(cycle, atMs, sized);
    }

    @Override
    public void gone(int cycle, long atMs, Ending why) {}

    @Override
    public void missed(int cycle, long atMs, Ending why) {}
}
