package dev.sextant.local.venue.play;

/** One kind of event of one symbol, in the order of event time. */
public interface Source {

    /** What {@link #nextMs} says when nothing more comes. */
    long NEVER = Long.MAX_VALUE;

    /** Event time of the next event, epoch ms, or {@link #NEVER}. */
    long nextMs();

    /** Lets the next event happen. */
    void fire();
}
