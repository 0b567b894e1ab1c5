package dev.sextant.ingest.opportunity;

import dev.sextant.arbitrage.detect.CycleDetector;
import dev.sextant.arbitrage.detect.DetectorLimits;
import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.detect.OpportunitySink;
import dev.sextant.arbitrage.detect.OpportunitySinks;
import dev.sextant.arbitrage.follow.FollowedCycles;
import dev.sextant.arbitrage.graph.CurrencyGraph;
import dev.sextant.arbitrage.graph.Cycles;
import dev.sextant.ingest.kraken.FeedSink;
import dev.sextant.venues.kraken.feed.ScannedBook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feed's books go to the detector, and what that finds to the recorder and to those beside it. */
final class OpportunityFeed implements FeedSink {

    private static final Logger LOG = LoggerFactory.getLogger(OpportunityFeed.class);

    private final String venue;
    private final DetectorLimits limits;
    private final int haircutPpm;
    private final OpportunityRecorder recorder;
    private final List<SinkBeside> beside;
    private final Map<Ending, Long> missedBefore = new EnumMap<>(Ending.class);
    private volatile Universe universe = Universe.NONE;
    private long nowMs = Long.MIN_VALUE / 2;

    /** What is watched now. */
    private record Universe(OptionalInt pairs, int cycles, List<FollowedCycles> followed) {
        private static final Universe NONE = new Universe(OptionalInt.empty(), 0, List.of());
    }

    OpportunityFeed(
            String venue,
            DetectorLimits limits,
            int haircutPpm,
            OpportunityRecorder recorder,
            List<SinkBeside> beside) {
        this.venue = venue;
        this.limits = limits;
        this.haircutPpm = haircutPpm;
        this.recorder = recorder;
        this.beside = List.copyOf(beside);
    }

    @Override
    public CycleDetector begin(CurrencyGraph graph, Cycles cycles, int[] depths) {
        finish(nowMs);
        FollowedCycles followed = new FollowedCycles(venue, graph, cycles, haircutPpm, recorder);
        recorder.of(followed);
        List<OpportunitySink> sinks = new ArrayList<>();
        sinks.add(followed);
        beside.forEach(other -> sinks.add(other.begin(graph, cycles, followed)));
        CycleDetector detector = new CycleDetector(graph, cycles, depths, limits, new OpportunitySinks(sinks));
        followed.follow(detector);
        beside.forEach(other -> other.follow(detector));
        universe = new Universe(OptionalInt.of(graph.marketCount()), cycles.count(), List.of(followed));
        return detector;
    }

    @Override
    public void before(long toMs) {
        nowMs = toMs;
        for (FollowedCycles followed : universe.followed()) {
            followed.advance(nowMs);
        }
    }

    @Override
    public void applied(int market, long atMs, ScannedBook message) {}

    @Override
    public void note(long atMs, String text) {
        LOG.info("{}: {}", venue, text);
    }

    /** The watch ends, or other pairs begin: what is open is over as far as it is known. */
    void finish(long atMs) {
        Universe last = universe;
        universe = Universe.NONE;
        for (FollowedCycles followed : last.followed()) {
            followed.finish(Math.max(nowMs, atMs));
            synchronized (missedBefore) {
                followed.missed().forEach((why, count) -> missedBefore.merge(why, count, Long::sum));
            }
        }
    }

    /** How many pairs are watched; empty before the venue has told them. */
    OptionalInt pairs() {
        return universe.pairs();
    }

    /** How many cycles are watched. */
    int cycles() {
        return universe.cycles();
    }

    /** How often best prices paid and it was no opportunity all the same, by reason. From any thread. */
    Map<Ending, Long> missed() {
        Map<Ending, Long> missed = new EnumMap<>(Ending.class);
        synchronized (missedBefore) {
            missed.putAll(missedBefore);
        }
        universe.followed().forEach(one -> one.missed().forEach((why, count) -> missed.merge(why, count, Long::sum)));
        return missed;
    }
}
