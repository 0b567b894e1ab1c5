package dev.sextant.ingest.recorder;

/** What storing a bucket came to. */
public enum BucketOutcome {
    /** There was no row. */
    STORED,
    /** The row says the same, or the bucket was incomplete and says nothing against it. */
    SAME,
    /** Both are complete and differ: somebody is wrong, and nothing may be decided on this symbol. */
    DIFFERENT,
    /** The row was incomplete and is complete now. */
    UPGRADED
}
