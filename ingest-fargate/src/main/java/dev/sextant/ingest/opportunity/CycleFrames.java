package dev.sextant.ingest.opportunity;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import dev.sextant.ingest.lease.TickGate;
import dev.sextant.planning.CycleFramer;
import dev.sextant.planning.Markets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Frames what the lease's holder mints: at first sight, and every quarter of a second while it pays. What no longer pays, or
 * could not be sent in time, is not sent. On the thread of the books.
 */
final class CycleFrames implements SinkBeside, OpportunitySink {

    /** The desk's frames come no closer. */
    static final long EVERY_MS = 250;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final String venue;
    private final WatchSettings settings;
    private final StreamLane lane;
    private final TickGate lease;
    private final FrameOutlet outlet;
    private @Nullable Watched watched;
    private long[] framedMs = {};

    /** What is watched now. */
    private record Watched(CurrencyGraph graph, Cycles cycles, FollowedCycles followed) {}

    private @Nullable CycleFramer framer;

    CycleFrames(String venue, WatchSettings settings, StreamLane lane, TickGate lease, FrameOutlet outlet) {
        this.venue = venue;
        this.settings = settings;
        this.lane = lane;
        this.lease = lease;
        this.outlet = outlet;
    }

    @Override
    public OpportunitySink begin(CurrencyGraph graph, Cycles cycles, FollowedCycles followed) {
        framedMs = new long[cycles.count()];
        Arrays.fill(framedMs, NEVER);
        watched = new Watched(graph, cycles, followed);
        framer = null;
        outlet.clear();
        return this;
    }

    @Override
    public void follow(CycleDetector detector) {
        Watched now = watched;
        if (now == null) {
            throw new IllegalStateException("begin() comes before follow()");
        }
        DetectorLimits limits = settings.limits();
        framer = new CycleFramer(
                venue, now.graph(), now.cycles(), detector, limits, settings.haircutPpm(), lane.currency());
        outlet.pairs(new Markets(now.graph(), detector).instruments());
    }

    @Override
    public void seen(int cycle, long nowMs, CycleSizer sized) {
        frame(cycle, nowMs);
    }

    @Override
    public void stillThere(int cycle, long nowMs, CycleSizer sized) {
        if (nowMs - framedMs[cycle] >= EVERY_MS) {
            frame(cycle, nowMs);
        }
    }

    private void frame(int cycle, long nowMs) {
        Watched now = watched;
        if (now == null || framer == null || lease.term() == TickGate.CLOSED) {
            return;
        }
        framedMs[cycle] = nowMs;
        framer.frame(now.followed().live(cycle).id(), cycle, nowMs).ifPresent(frame -> outlet.offer(cycle, frame));
    }

    @Override
    public void gone(int cycle, long nowMs, Ending why) {
        outlet.withdraw(cycle);
    }

    @Override
    public void missed(int cycle, long nowMs, Ending why) {}
}
