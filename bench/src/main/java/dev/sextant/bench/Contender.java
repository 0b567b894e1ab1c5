package dev.sextant.bench;

/** One way of doing the work that is measured. Each runs its own loop, so that none pays for a call it doesn't make. */
public interface Contender {

    /** What it is called in the table. */
    String name();

    /** The state before the first piece of input. Not measured. */
    void begin();

    /** Does the work for the pieces of input {@code from} to {@code to} − 1, which come in order. */
    void take(int from, int to);

    /** What it has found since {@link #begin}: says whether two contenders did the same work. */
    long found();
}
