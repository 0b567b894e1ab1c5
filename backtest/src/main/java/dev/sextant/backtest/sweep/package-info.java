/** Many settings tried on recorded books: chosen on one part of the time, judged on another, and how far to believe it. */
@NullMarked
package dev.sextant.backtest.sweep;

import org.jspecify.annotations.NullMarked;
