package dev.sextant.ingest.indicator;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * Says at which ticks each kind is polled: whenever event time enters a new period, so that a restarted ingest polls at
 * the same seconds. What keeps failing is asked less often, up to sixteen times less.
 */
public final class PollSchedule {

    private static final int MAX_DOUBLINGS = 4;

    private final Map<PollKind, Long> periodMs = new EnumMap<>(PollKind.class);
    private final Map<String, Long> lastPolledMs = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();

    /** @param periodMs by kind; an absent kind, or one with 0, is never polled */
    public PollSchedule(Map<PollKind, Long> periodMs) {
        this.periodMs.putAll(periodMs);
    }

    /** Whether this is due at a tick; saying so counts as polled. */
    public boolean due(PollKind kind, String symbol, long tickMs) {
        long period = periodMs.getOrDefault(kind, 0L);
        if (period <= 0) {
            return false;
        }
        String key = kind + "/" + symbol;
        long slotMs = period << Math.min(failures.getOrDefault(key, 0), MAX_DOUBLINGS);
        Long last = lastPolledMs.get(key);
        boolean due = last == null || tickMs / slotMs > last / slotMs;
        if (due) {
            lastPolledMs.put(key, tickMs);
        }
        return due;
    }

    /** The poll gave nothing. */
    public void failed(PollKind kind, String symbol) {
        failures.merge(kind + "/" + symbol, 1, Integer::sum);
    }

    /** The poll gave a reading. */
    public void succeeded(PollKind kind, String symbol) {
        failures.remove(kind + "/" + symbol);
    }
}
