package dev.sextant.signals.strategy;

/**
 * How long a position may be held.
 *
 * @param alertMs after this it is shown as overdue
 * @param closeMs after this it is closed, at least {@code alertMs}
 */
public record TimeStop(long alertMs, long closeMs) {}
