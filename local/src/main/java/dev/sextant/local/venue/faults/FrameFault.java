package dev.sextant.local.venue.faults;

/** What goes wrong with a frame. */
public enum FrameFault {
    /** Nothing. */
    NONE,
    /** This frame isn't sent. */
    DROP,
    /** It is sent twice. */
    DUPLICATE,
    /** From now on this stream is silent on this connection, which stays open and answers pings. */
    STALL,
    /** The connection is cut without a closing handshake. */
    CUT
}
