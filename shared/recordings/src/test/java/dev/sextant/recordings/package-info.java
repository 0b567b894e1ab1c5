/** The reading of recordings, compared with an independent count and with generated defects. */
@NullMarked
package dev.sextant.recordings;

import org.jspecify.annotations.NullMarked;
