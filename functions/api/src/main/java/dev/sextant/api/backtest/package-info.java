/** Replays of recorded books: asked for here, run by the desk that has the files. */
@NullMarked
package dev.sextant.api.backtest;

import org.jspecify.annotations.NullMarked;
