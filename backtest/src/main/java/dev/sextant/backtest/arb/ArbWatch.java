package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import java.util.List;
import java.util.function.Consumer;

/**
 * Live books through the detector, with the following and taking of opportunities that a replay has. Whoever owns the
 * feed tells the time before each message and feeds the detector. The venue may tell other pairs on the way: then the
 * books begin anew. One thread.
 */
public final class ArbWatch {

    private static final String VENUE = "kraken";

    private final ArbSettings settings;
    private final OpportunityLines lines;
    private FollowedCycles followed;
    private long nowMs = Long.MIN_VALUE / 2;

    /**
     * A watch without books.
     *
     * @param json whether lines are JSON
     * @param out takes a line for each opportunity, when all about it is known
     */
    public ArbWatch(ArbSettings settings, boolean json, Consumer<String> out) {
        this.settings = settings;
        this.lines = new OpportunityLines(json, out);
        CurrencyGraph nothing = new CurrencyGraph(List.of());
        Cycles none = Cycles.of(nothing, 3, settings.starts());
        this.followed = following(nothing, none, taking(nothing, none));
    }

    private TakenOnPaper taking(CurrencyGraph graph, Cycles cycles) {
        return new TakenOnPaper(graph, cycles, settings, always -> true, lines::opportunity);
    }

    private FollowedCycles following(CurrencyGraph graph, Cycles cycles, TakenOnPaper to) {
        return new FollowedCycles(VENUE, graph, cycles, settings.unwind().haircutPpm(), to);
    }

    /** Other pairs: what was followed ends here. */
    public CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths) {
        followed.finish(nowMs);
        TakenOnPaper taken = taking(graph, cycles);
        followed = following(graph, cycles, taken);
        CycleDetector detector = new CycleDetector(graph, cycles, depths, settings.limits(), followed);
        followed.follow(detector);
        taken.tradeIn(detector);
        return detector;
    }

    /** Time goes on to here; the books are still those of before. */
    public void advance(long toMs) {
        nowMs = Math.max(nowMs, toMs);
        followed.advance(nowMs);
    }

    /** The end: what is still followed is told as far as it is known. */
    public void finish() {
        followed.finish(nowMs);
    }

    /** What it all came to. */
    public List<String> report() {
        return ReplayReport.totals(lines.totals());
    }
}
