/** The bounded ledgers beside slow twins that remember everything. */
@NullMarked
package dev.sextant.recordings.check;

import org.jspecify.annotations.NullMarked;
