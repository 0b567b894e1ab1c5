package dev.sextant.local.venue.kraken;

/**
 * A triangle that was made to pay: a pair whose prices lie off those of the others for a while.
 *
 * @param pair as {@code BTC/USD}
 * @param fromMs when it began
 * @param untilMs when it ends
 * @param bps how far the pair's prices lie off, in basis points; below 0 is too low
 */
public record Plant(String pair, long fromMs, long untilMs, double bps) {}
