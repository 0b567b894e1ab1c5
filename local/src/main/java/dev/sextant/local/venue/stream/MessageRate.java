package dev.sextant.local.venue.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** Counts incoming messages in a sliding second. */
final class MessageRate {

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int perSecond;
    private final Deque<Long> recent = new ArrayDeque<>();

    MessageRate(int perSecond) {
        this.perSecond = perSecond;
    }

    /** Counts a message; false when it is one too many. */
    synchronized boolean admit(long nowNanos) {
        while (!recent.isEmpty() && nowNanos - recent.getFirst() >= SECOND_NANOS) {
            recent.removeFirst();
        }
        recent.addLast(nowNanos);
        return recent.size() <= perSecond;
    }
}
