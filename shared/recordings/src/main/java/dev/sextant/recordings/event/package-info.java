/**
 * What recordings tell, in the field's terms and exact numbers, one time convention: epoch milliseconds, UTC.
 */
@NullMarked
package dev.sextant.recordings.event;

import org.jspecify.annotations.NullMarked;
