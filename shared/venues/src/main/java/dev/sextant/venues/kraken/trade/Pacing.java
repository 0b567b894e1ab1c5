package dev.sextant.venues.kraken.trade;

import dev.sextant.venues.http.MonotonicClock;
import dev.sextant.venues.http.Sleeper;
import dev.sextant.venues.kraken.trade.rate.RestCounter;
import java.util.function.DoubleSupplier;

/**
 * When reads and cancels may leave.
 *
 * @param counter of the key's REST calls; share one among all that use the key
 * @param clock the counter's
 * @param sleeper waits between attempts
 * @param random uniform in [0, 1), for the waits
 */
public record Pacing(RestCounter counter, MonotonicClock clock, Sleeper sleeper, DoubleSupplier random) {}
