package dev.sextant.venues.kraken.trade;

/** What the venue says of an order it was asked to check and not to place. */
public sealed interface DryRun {

    /** It would have been taken. */
    record Passed() implements DryRun {}

    /** It would have been refused, in the venue's words. */
    record Refused(String words) implements DryRun {}

    /** No answer that can be trusted. */
    record Unanswered(String reason) implements DryRun {}
}
