/** Tests of this package. */
@NullMarked
package dev.sextant.backtest.sweep;

import org.jspecify.annotations.NullMarked;
