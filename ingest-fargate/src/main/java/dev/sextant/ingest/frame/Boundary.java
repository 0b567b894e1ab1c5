package dev.sextant.ingest.frame;

/**
 * A moment of event time at which frames are cut, a multiple of 250 ms.
 *
 * @param timeMs every event before it has been seen on the market socket
 * @param second true on full seconds, where idle symbols get a frame too and a tick follows
 */
public record Boundary(long timeMs, boolean second) {}
