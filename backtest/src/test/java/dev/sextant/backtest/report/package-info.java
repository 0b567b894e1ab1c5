/** Tests of this package. */
@NullMarked
package dev.sextant.backtest.report;

import org.jspecify.annotations.NullMarked;
