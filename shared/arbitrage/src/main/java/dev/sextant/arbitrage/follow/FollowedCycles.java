package dev.sextant.arbitrage.follow;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.arbitrage.price.CycleSizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a detector finds, live and in replays: from the first sight to the end, and to the last offset of its
 * decay. Whoever feeds the books calls {@link #follow} once, then {@link #advance} before each message. One thread;
 * allocates nothing while there is no opportunity.
 */
public final class FollowedCycles implements OpportunitySink {

    /** So long after its last look a live one is looked at again, even if nothing it depends on has changed. */
    static final long LOOK_AGAIN_MS = 250;

    private final String venue;
    private final CurrencyGraph graph;
    private final Cycles cycles;
    private final int haircutPpm;
    private final OpportunityFollower to;
    private final List<Sighting> followed = new ArrayList<>();
    private final Map<Ending, AtomicLong> missed = new EnumMap<>(Ending.class);
    private @Nullable CycleDetector detector;
    private @Nullable SizedCycles planner;

    /**
     * @param venue where, as {@code kraken}
     * @param haircutPpm how much worse prices may be when a cycle has to be sold back, in millionths, 0 to 1,000,000
     */
    public FollowedCycles(String venue, CurrencyGraph graph, Cycles cycles, int haircutPpm, OpportunityFollower to) {
        this.venue = venue;
        this.graph = graph;
        this.cycles = cycles;
        this.haircutPpm = haircutPpm;
        this.to = to;
        for (Ending why : Ending.values()) {
            missed.put(why, new AtomicLong());
        }
    }

    /** The detector that this is the sink of. */
    public void follow(CycleDetector found) {
        detector = found;
        planner = new SizedCycles(graph, cycles, found, haircutPpm);
    }

    /** How often best prices paid and it was no opportunity all the same, by reason. From any thread. */
    public Map<Ending, Long> missed() {
        Map<Ending, Long> counts = new EnumMap<>(Ending.class);
        missed.forEach((why, count) -> {
            if (count.get() > 0) {
                counts.put(why, count.get());
            }
        });
        return counts;
    }

    @Override
    public void seen(int cycle, long nowMs, CycleSizer plan) {
        String id = OpportunityId.of(venue, cycles.name(cycle), nowMs, seenBefore(cycle, nowMs));
        Sighting sighting = new Sighting(id, cycle, nowMs, planner().plan(cycle, nowMs, plan));
        followed.add(sighting);
        sighting.pursue(to.seen(sighting, plan));
    }

    /** The books behind an opportunity as they are now; for the follower that is just told of its first sight. */
    public List<ProvenBook> proof(Sighting sighting, CycleSizer plan) {
        return planner().proof(sighting.cycle(), plan);
    }

    private SizedCycles planner() {
        if (planner == null) {
            throw new IllegalStateException("the detector is not known yet: follow() comes first");
        }
        return planner;
    }

    @Override
    public void stillThere(int cycle, long nowMs, CycleSizer plan) {
        Sighting sighting = live(cycle);
        sighting.looked(nowMs, plan.edgeBps());
        to.changed(sighting);
    }

    @Override
    public void gone(int cycle, long nowMs, Ending why) {
        Sighting sighting = live(cycle);
        sighting.gone(nowMs, why);
        to.changed(sighting);
    }

    @Override
    public void missed(int cycle, long nowMs, Ending why) {
        AtomicLong count = missed.get(why);
        if (count != null) {
            count.incrementAndGet();
        }
    }

    private int seenBefore(int cycle, long nowMs) {
        int before = 0;
        for (Sighting sighting : followed) {
            before += sighting.cycle() == cycle && sighting.seenMs() == nowMs ? 1 : 0;
        }
        return before;
    }

    /**
     * The live opportunity of a cycle, for sinks that are told after this one.
     *
     * @throws IllegalStateException when there is none
     */
    public Sighting live(int cycle) {
        for (Sighting sighting : followed) {
            if (sighting.cycle() == cycle && !sighting.isGone()) {
                return sighting;
            }
        }
        throw new IllegalStateException(cycles.name(cycle) + " is not followed");
    }

    /** Time goes on to here; the books are still those of before. */
    public void advance(long nowMs) {
        CycleDetector books = detector;
        if (books == null || followed.isEmpty()) {
            return;
        }
        for (Iterator<Sighting> all = followed.iterator(); all.hasNext(); ) {
            Sighting sighting = all.next();
            if (!sighting.isGone() && nowMs - sighting.lastMs() >= LOOK_AGAIN_MS) {
                books.lookAgain(sighting.cycle(), nowMs);
            }
            boolean more = sighting.advance(nowMs, atMs -> books.edgeBps(sighting.cycle(), atMs));
            if (sighting.isOver()) {
                all.remove();
                to.over(sighting);
            } else if (more) {
                to.changed(sighting);
            }
        }
    }

    /** The watch has ended: what is still followed is over as far as it is known. */
    public void finish(long nowMs) {
        for (Sighting sighting : followed) {
            sighting.pursuit().finish();
            if (!sighting.isGone()) {
                sighting.gone(nowMs, null);
            }
            to.over(sighting);
        }
        followed.clear();
    }
}
