package dev.sextant.local.venue.rest;

/**
 * Counts within a window of time. The market clock and the wall clock both open new windows: in a fast replay the
 * market's minutes pass quickly, and while the market stands the wall's still do. At normal speed the two agree.
 */
final class RateWindow {

    private final int limit;
    private final long lengthMs;
    private long marketWindow;
    private long wallWindow;
    private int used;

    RateWindow(int limit, long lengthMs) {
        this.limit = limit;
        this.lengthMs = lengthMs;
    }

    /** Counts; the total of the window with it. */
    int add(int weight, long marketMs, long wallMs) {
        long market = Math.floorDiv(marketMs, lengthMs);
        long wall = Math.floorDiv(wallMs, lengthMs);
        if (market != marketWindow || wall != wallWindow) {
            marketWindow = market;
            wallWindow = wall;
            used = 0;
        }
        used += weight;
        return used;
    }

    int used() {
        return used;
    }

    int limit() {
        return limit;
    }

    boolean isExceeded() {
        return used > limit;
    }

    /** Whole seconds until the wall clock opens a new window. */
    long secondsLeft(long wallMs) {
        return Math.ceilDiv(lengthMs - Math.floorMod(wallMs, lengthMs), 1_000L);
    }
}
