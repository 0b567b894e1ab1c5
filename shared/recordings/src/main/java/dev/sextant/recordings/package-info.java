/**
 * Recorded market data: {@link dev.sextant.recordings.Recording} reads a file of any known dialect, gives its events and
 * reports its defects.
 */
@NullMarked
package dev.sextant.recordings;

import org.jspecify.annotations.NullMarked;
