package dev.sextant.signals.strategy;

/**
 * What a factor must say before a signal is emitted, whatever the score.
 *
 * @param required a missing value blocks
 * @param minMicros least value for the signal's direction, millionths; above 0 a missing value blocks too
 */
public record FactorGate(boolean required, long minMicros) {

    /** Whether a missing value blocks. */
    public boolean needsValue() {
        return required || minMicros > 0;
    }
}
