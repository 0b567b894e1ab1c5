package dev.sextant.domain.venue;

/**
 * The keys with which an account's private stream is read. A key of this kind reads and can't trade; it is a secret all
 * the same. Held by the reconciler alone.
 */
public interface PrivateStreamKeys {

    /** The active key, its life extended, or a new one. Safe to repeat. */
    String mint() throws VenueUnavailableException;

    /** Extends the life of the active key; false when the venue has none any more. */
    boolean extend() throws VenueUnavailableException;

    /** How long a key lives unless it is extended, milliseconds. */
    long validMs();
}
