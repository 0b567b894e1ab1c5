/** Tests of this package. */
@NullMarked
package dev.sextant.backtest.arb;

import org.jspecify.annotations.NullMarked;
