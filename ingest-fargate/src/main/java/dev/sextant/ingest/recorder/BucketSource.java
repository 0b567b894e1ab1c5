package dev.sextant.ingest.recorder;

/** Who built a bucket. */
public enum BucketSource {
    /** The ingest; it came in a frame. */
    FRAME,
    /** The recorder, from the trades it has stored. */
    READING
}
