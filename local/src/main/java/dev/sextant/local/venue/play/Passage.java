package dev.sextant.local.venue.play;

/**
 * What carries a running market clock on between two market events, where it follows the wall clock. Without one, an order
 * would be stamped with the last event's time and its answer would wait for the next one, however far away that is.
 */
public interface Passage {

    /** How far the clock has come, market time in epoch ms. Called under the core's lock, by any thread; must not block. */
    long reachedMs();

    /** Something was sent, so something may be due earlier than before. Called outside the lock. */
    void sent();

    /** Time passes with events alone. */
    static Passage none() {
        return new Passage() {
            @Override
            public long reachedMs() {
                return Long.MIN_VALUE;
            }

            @Override
            public void sent() {}
        };
    }
}
