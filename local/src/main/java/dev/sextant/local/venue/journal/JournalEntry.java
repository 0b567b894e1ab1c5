package dev.sextant.local.venue.journal;

import dev.sextant.venues.sim.VenueCommand;

/**
 * Something that happened between two market events. Together with the capture, which is the same each time, the entries
 * determine the venue's whole state.
 */
public sealed interface JournalEntry {

    /** How many market events had happened before it. */
    long marketEvents();

    /** The market clock at that moment, epoch ms. */
    long marketTimeMs();

    /** A command was sent, while the clock stood or ran. */
    record Sent(long marketEvents, long marketTimeMs, boolean standing, VenueCommand<?> command)
            implements JournalEntry {}

    /** The clock stopped while something was under way, which therefore arrived then. */
    record Drained(long marketEvents, long marketTimeMs) implements JournalEntry {}
}
