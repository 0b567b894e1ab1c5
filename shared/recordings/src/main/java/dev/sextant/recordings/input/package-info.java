/**
 * Files as records: unpacked by content, read as a stream, one line or JSON element at a time.
 */
@NullMarked
package dev.sextant.recordings.input;

import org.jspecify.annotations.NullMarked;
