package dev.sextant.bench.detect;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.bench.Contender;
import java.util.Arrays;

/** The desk's own detector: exact quantities with lots, minimums and fees, whatever the size. */
final class Ours implements Contender {

    private static final DetectorLimits LIMITS = new DetectorLimits(0, 10_000_000, 1_000_000, 1_000_000);

    private final MadeUpVenue venue;
    private final Updates updates;
    private final Counting counting = new Counting();
    private CycleDetector detector;

    /** Counts, and does nothing else. */
    private static final class Counting implements OpportunitySink {
        private long found;
        private long walked;

        @Override
        public void seen(int cycle, long nowMs, CycleSizer plan) {
            found++;
            walked++;
        }

        @Override
        public void stillThere(int cycle, long nowMs, CycleSizer plan) {
            found++;
            walked++;
        }

        @Override
        public void gone(int cycle, long nowMs, Ending why) {}

        @Override
        public void missed(int cycle, long nowMs, Ending why) {
            walked++;
        }
    }

    Ours(MadeUpVenue venue, Updates updates) {
        this.venue = venue;
        this.updates = updates;
        this.detector = fresh();
    }

    private CycleDetector fresh() {
        int[] depths = new int[venue.graph.marketCount()];
        Arrays.fill(depths, Updates.DEPTH);
        return new CycleDetector(venue.graph, venue.cycles, depths, LIMITS, counting);
    }

    @Override
    public String name() {
        return "Sextant's detector";
    }

    @Override
    public void begin() {
        detector = fresh();
        take(-updates.snapshots, 0);
        counting.found = 0;
        counting.walked = 0;
    }

    @Override
    public void take(int from, int to) {
        int first = updates.snapshots;
        for (int u = first + from; u < first + to; u++) {
            apply(u);
        }
    }

    private void apply(int u) {
        int market = updates.markets[u];
        updates.apply(u, detector.book(market));
        detector.updated(market, u);
    }

    @Override
    public long found() {
        return counting.found;
    }

    /** How many cycles were looked at through depth. */
    long walked() {
        return counting.walked;
    }
}
