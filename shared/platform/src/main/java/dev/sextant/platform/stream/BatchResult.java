package dev.sextant.platform.stream;

/** How far a {@link BatchHandler} came. */
public sealed interface BatchResult {

    /** All records are done. */
    record Done() implements BatchResult {}

    /** Everything before this record is done; it and what follows comes again. */
    record FailedAt(String sequenceNumber) implements BatchResult {}

    /** Nothing is known to be done; the whole batch comes again. */
    record Failed(String why) implements BatchResult {}
}
