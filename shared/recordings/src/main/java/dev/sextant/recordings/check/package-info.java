/**
 * Order, identity, gaps and silence of rows, judged in bounded memory, and the report of it.
 */
@NullMarked
package dev.sextant.recordings.check;

import org.jspecify.annotations.NullMarked;
