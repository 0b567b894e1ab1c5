package dev.sextant.platform.sql;

/** Whether a statement changes anything: decides what a lost answer means and what may be tried again. */
public enum Effect {
    /** A read: may run any number of times. */
    NONE,
    /** An effect: runs at most once per call. */
    SOME
}
