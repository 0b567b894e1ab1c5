package dev.sextant.arbitrage.follow;

import dev.sextant.arbitrage.detect.Ending;
import dev.sextant.arbitrage.follow.Opportunity.Life;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity while it is followed: until it is gone, its decay is known and what is done about it is done. Belongs
 * to {@link FollowedCycles}; others read it on the same thread.
 */
public final class Sighting {

    /** When it is looked at again, milliseconds after the first sight. */
    public static final List<Integer> OFFSETS_MS = List.of(50, 100, 250, 500, 1000, 2000, 5000);

    private final String id;
    private final int cycle;
    private final long seenMs;
    private final SizedCycle plan;
    private final Map<Integer, Double> decay = new LinkedHashMap<>();
    private Pursuit pursuit = Pursuit.NONE;
    private Life life = Life.SEEN;
    private double bestEdgeBps;
    private long looks = 1;
    private long lastMs;
    private long goneMs;
    private @Nullable Ending why;

    Sighting(String id, int cycle, long seenMs, SizedCycle plan) {
        this.id = id;
        this.cycle = cycle;
        this.seenMs = seenMs;
        this.lastMs = seenMs;
        this.plan = plan;
        this.bestEdgeBps = plan.edgeBps();
    }

    /** See {@link OpportunityId}. */
    public String id() {
        return id;
    }

    /** The cycle's number among those that are watched. */
    public int cycle() {
        return cycle;
    }

    /** When it was first seen, in epoch milliseconds. */
    public long seenMs() {
        return seenMs;
    }

    /** How far it has come. */
    public Life life() {
        return life;
    }

    /** When it was last seen to be there, in epoch milliseconds. */
    public long lastMs() {
        return lastMs;
    }

    /** How many of {@link #OFFSETS_MS} have been looked at. */
    public int offsetsKnown() {
        return decay.size();
    }

    /** What was planned at first sight. */
    public SizedCycle plan() {
        return plan;
    }

    /** What is done about it. */
    public Pursuit pursuit() {
        return pursuit;
    }

    void pursue(Pursuit begun) {
        pursuit = begun;
    }

    void looked(long nowMs, double edgeBps) {
        looks++;
        lastMs = nowMs;
        life = Life.CONFIRMED;
        bestEdgeBps = Math.max(bestEdgeBps, edgeBps);
    }

    void gone(long nowMs, @Nullable Ending ending) {
        life = Life.GONE;
        goneMs = nowMs;
        why = ending;
    }

    boolean isGone() {
        return life == Life.GONE;
    }

    /**
     * Time has gone on to here, with the books as they were before what happens now.
     *
     * @param edgeBps what is left of the edge at a time, in epoch milliseconds: an offset is judged as of its own
     * @return whether more of the decay is known
     */
    boolean advance(long nowMs, LongToDoubleFunction edgeBps) {
        boolean more = false;
        while (decay.size() < OFFSETS_MS.size() && seenMs + OFFSETS_MS.get(decay.size()) <= nowMs) {
            int offsetMs = OFFSETS_MS.get(decay.size());
            decay.put(offsetMs, edgeBps.applyAsDouble(seenMs + offsetMs) / plan.edgeBps());
            more = true;
        }
        pursuit.advance(nowMs);
        return more;
    }

    boolean isOver() {
        return isGone() && decay.size() == OFFSETS_MS.size() && pursuit.isDone();
    }

    /** What is known by now. */
    public Opportunity opportunity() {
        return new Opportunity(
                id,
                seenMs,
                lastMs,
                isGone() ? OptionalLong.of(goneMs) : OptionalLong.empty(),
                Optional.ofNullable(why),
                life,
                plan,
                bestEdgeBps,
                looks,
                decay);
    }
}
