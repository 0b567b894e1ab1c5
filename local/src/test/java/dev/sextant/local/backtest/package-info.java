/** Tests of this package. */
@NullMarked
package dev.sextant.local.backtest;

import org.jspecify.annotations.NullMarked;
