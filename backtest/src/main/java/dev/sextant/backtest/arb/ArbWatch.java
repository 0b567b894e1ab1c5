package dev.sextant.backtest.arb;

import dev.sextant.arbitrage.detect.CycleDetector;
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

    private final ArbSettings settings;
    private final OpportunityLines lines;
    private Sightings sightings;
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
        this.sightings = following(nothing, Cycles.of(nothing, 3, settings.starts()));
    }

    private Sightings following(CurrencyGraph graph, Cycles cycles) {
        return new Sightings(graph, cycles, settings, lines::opportunity);
    }

    /** Other pairs: what was followed ends here. */
    public CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths) {
        sightings.finish(nowMs);
        sightings = following(graph, cycles);
        CycleDetector detector = new CycleDetector(graph, cycles, depths, settings.limits(), sightings);
        sightings.follow(detector);
        return detector;
    }

    /** Time goes on to here; the books are still those of before. */
    public void advance(long toMs) {
        nowMs = Math.max(nowMs, toMs);
        sightings.advance(nowMs);
    }

    /** The end: what is still followed is told as far as it is known. */
    public void finish() {
        sightings.finish(nowMs);
    }

    /** What it all came to. */
    public List<String> report() {
        return ReplayReport.totals(lines.totals());
    }
}
