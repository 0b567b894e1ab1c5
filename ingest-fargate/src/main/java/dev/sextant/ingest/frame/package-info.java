/**
 * Cutting event time into frames and seconds. A pure function of the sequence of events: no wall clock, no batching.
 */
@NullMarked
package dev.sextant.ingest.frame;

import org.jspecify.annotations.NullMarked;
