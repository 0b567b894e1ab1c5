package dev.sextant.arbitrage.detect;

import dev.sextant.arbitrage.price.CycleSizer;

/**
 * Takes what a {@link CycleDetector} finds. Its methods are called from within the detector's, and must not call it but
 * to read its books and their age. The sizer holds the plan of this very cycle, and another one's as soon as the method is over: what is kept has to be
 * copied.
 */
public interface OpportunitySink {

    /** A cycle earns something. */
    void seen(int cycle, long nowMs, CycleSizer plan);

    /** It still does, after a change of a level that it depends on, or some time after the last one. */
    void stillThere(int cycle, long nowMs, CycleSizer plan);

    /** It no longer does. */
    void gone(int cycle, long nowMs, Ending why);

    /** The best prices of a cycle pay, but it is no opportunity, and was none before. */
    void missed(int cycle, long nowMs, Ending why);
}
