package dev.sextant.simulation.kernel;

/**
 * What becomes of one message and its answer.
 *
 * @param reached false when the message never arrives; the caller learns it after {@code outMs}
 * @param outMs until it arrives
 * @param answered false when the answer is lost; the caller learns it at the time-out
 * @param backMs until the answer arrives
 */
public record Fate(boolean reached, long outMs, boolean answered, long backMs) {}
