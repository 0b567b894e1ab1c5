/** How likely a figure that was chosen among many is luck: published statistics, the JDK alone. */
@NullMarked
package dev.sextant.backtest.overfit;

import org.jspecify.annotations.NullMarked;
