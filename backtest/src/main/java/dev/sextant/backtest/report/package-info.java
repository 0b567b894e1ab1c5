/** Reports of replays and sweeps as files that never change. */
@NullMarked
package dev.sextant.backtest.report;

import org.jspecify.annotations.NullMarked;
