package dev.sextant.venues.sim.model;

/** How long an order takes to the book and its answer back, in milliseconds of event time. */
public interface LatencyModel {

    /** From sending to the book, for something sent at this event time. Not negative. */
    long entryMs(long sentAtMs);

    /** From the book back to the sender, for something that happened at this event time. Not negative. */
    long responseMs(long happenedAtMs);

    /** The same at all times. */
    static LatencyModel constant(long entryMs, long responseMs) {
        return new ConstantLatency(entryMs, responseMs);
    }
}
