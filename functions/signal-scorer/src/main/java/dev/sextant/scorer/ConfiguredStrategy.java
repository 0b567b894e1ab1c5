package dev.sextant.scorer;

import dev.sextant.signals.strategy.Strategy;

/**
 * A strategy as it is configured now.
 *
 * @param running false while it is stopped: it still decides and explains, but raises no signal
 * @param stateReason why it is in this state, empty when nobody said
 */
record ConfiguredStrategy(Strategy strategy, boolean running, String stateReason) {}
