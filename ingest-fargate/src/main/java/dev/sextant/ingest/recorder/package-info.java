/**
 * The recorder: reads the {@code market} stream, stores every raw trade once, builds the buckets from its own reading,
 * compares them with what the frames say, and heals holes.
 */
@NullMarked
package dev.sextant.ingest.recorder;

import org.jspecify.annotations.NullMarked;
