/** Replays and sweeps on this machine, one at a time, as the dashboard asks for them. */
@NullMarked
package dev.sextant.local.backtest;

import org.jspecify.annotations.NullMarked;
