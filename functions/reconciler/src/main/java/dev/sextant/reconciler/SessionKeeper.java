package dev.sextant.reconciler;

/** Keeps the desk's session: RECOVERING until a reconciliation has seen what is at the venue. Called after each pass. */
@FunctionalInterface
public interface SessionKeeper {

    /** @param overviewRead whether open orders and positions were read ({@link Findings#overviewRead}) */
    void looked(boolean overviewRead);
}
