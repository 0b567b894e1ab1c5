package dev.sextant.ingest.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * The market socket's event time: the largest {@code E} seen. Says which boundaries an event crosses, so that frames and
 * ticks are a function of the sequence of events alone, at any replay speed.
 *
 * <p>Each full second that is crossed is told once, in order. When more than {@link #MAX_SECONDS} are crossed at once
 * (the machine slept, the feed stood still) only the last is: rules driven by ticks look at the present, and an hour of
 * old ticks would only delay it.
 */
public final class EventTime {

    /** Frames are cut at multiples of this. */
    public static final long SLOT_MS = 250;

    /** More seconds than this at once are skipped but for the last. */
    public static final int MAX_SECONDS = 60;

    private static final long SECOND_MS = 1_000;

    /** An event further ahead than this is taken for damaged until others confirm it. */
    private static final long PLAUSIBLE_JUMP_MS = 3_600_000;

    private static final int WITNESSES = 3;
    private static final long WITNESS_SPREAD_MS = 60_000;

    private long nowMs;
    private boolean started;
    private long witnessedMs;
    private int witnesses;

    /** @param venueTimeMs the venue's clock at the start, what the first event is judged by */
    public EventTime(long venueTimeMs) {
        this.nowMs = venueTimeMs;
    }

    /** The largest event time seen; before the first event, the venue's clock at the start. */
    public long nowMs() {
        return nowMs;
    }

    /**
     * Whether an event's time can be true. One that is hours away would open thousands of buckets or stop the clock for
     * good, so it takes {@link #WITNESSES} in a row that agree; the time never goes back.
     */
    public boolean plausible(long eventTimeMs) {
        long distanceMs = started ? eventTimeMs - nowMs : Math.abs(eventTimeMs - nowMs);
        if (distanceMs <= PLAUSIBLE_JUMP_MS) {
            boolean tooOld = started && distanceMs < -PLAUSIBLE_JUMP_MS;
            witnesses = tooOld ? witnesses : 0;
            return !tooOld;
        }
        boolean agrees = witnesses > 0 && Math.abs(eventTimeMs - witnessedMs) <= WITNESS_SPREAD_MS;
        witnesses = agrees ? witnesses + 1 : 1;
        witnessedMs = eventTimeMs;
        return witnesses >= WITNESSES;
    }

    /**
     * Moves to an event's time and returns the boundaries it crosses, oldest first. The first event crosses none, unless
     * it stands on a full second itself: a replay that was stopped there waits for that very tick.
     */
    public List<Boundary> advance(long eventTimeMs) {
        if (!started) {
            started = true;
            nowMs = eventTimeMs;
            return eventTimeMs % SECOND_MS == 0 ? List.of(new Boundary(eventTimeMs, true)) : List.of();
        }
        if (eventTimeMs / SLOT_MS <= nowMs / SLOT_MS) {
            nowMs = Math.max(nowMs, eventTimeMs);
            return List.of();
        }
        List<Boundary> crossed = crossed(nowMs, eventTimeMs);
        nowMs = eventTimeMs;
        return crossed;
    }

    private static List<Boundary> crossed(long fromMs, long toMs) {
        List<Boundary> crossed = new ArrayList<>();
        long lastSecond = toMs / SECOND_MS;
        long firstSecond = fromMs / SECOND_MS + 1;
        if (lastSecond - firstSecond >= MAX_SECONDS) {
            firstSecond = lastSecond;
        }
        for (long second = firstSecond; second <= lastSecond; second++) {
            crossed.add(new Boundary(second * SECOND_MS, true));
        }
        long lastSlotMs = toMs / SLOT_MS * SLOT_MS;
        if (lastSlotMs > lastSecond * SECOND_MS) {
            crossed.add(new Boundary(lastSlotMs, false));
        }
        return crossed;
    }
}
