package dev.sextant.venues.sim;

/** Something to do at the venue when it gets there: place, cancel. */
@FunctionalInterface
public interface BookAction<T> {

    /** Does it at the moment it reaches the book, epoch ms of event time. */
    Outcome<T> at(SimulatedVenue venue, long reachedAtMs);
}
