/**
 * The recorder in the container: the Kinesis Client Library reads the {@code market} stream and hands its records to the
 * ingest's recorder; beside it the container's jobs run by the clock. The only module that knows the library.
 */
@NullMarked
package dev.sextant.recorder;

import org.jspecify.annotations.NullMarked;
