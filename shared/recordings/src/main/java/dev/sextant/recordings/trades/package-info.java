/**
 * One symbol's trades of a recording, for the indicator commands.
 */
@NullMarked
package dev.sextant.recordings.trades;

import org.jspecify.annotations.NullMarked;
