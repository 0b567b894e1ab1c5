/**
 * The dialects of recorded WebSocket frames and the envelopes recorders put around them.
 */
@NullMarked
package dev.sextant.recordings.frame;

import org.jspecify.annotations.NullMarked;
