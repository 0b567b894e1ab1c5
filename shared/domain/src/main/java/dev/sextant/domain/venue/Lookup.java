package dev.sextant.domain.venue;

/** The answer to asking for one order. */
public sealed interface Lookup {

    record Found(VenueOrder order) implements Lookup {}

    /** The venue says it has no such order: weak evidence, it may still turn up. */
    record NotFound() implements Lookup {}

    /** No answer that can be trusted; ask again. */
    record Unknown(String reason) implements Lookup {}
}
