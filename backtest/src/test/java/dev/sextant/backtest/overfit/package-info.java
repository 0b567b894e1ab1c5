/** Tests of this package. */
@NullMarked
package dev.sextant.backtest.overfit;

import org.jspecify.annotations.NullMarked;
