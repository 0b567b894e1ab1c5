/** Triangles in recorded books: what was there, how long, and what taking it would have brought. */
@NullMarked
package dev.sextant.backtest.arb;

import org.jspecify.annotations.NullMarked;
