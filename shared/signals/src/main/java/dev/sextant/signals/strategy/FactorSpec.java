package dev.sextant.signals.strategy;

import dev.sextant.signals.factor.Factor;
import dev.sextant.signals.factor.FactorKind;
import dev.sextant.signals.factor.Params;

/**
 * One factor of a strategy.
 *
 * @param kind which rule
 * @param weight its part of the score, 1 to 1000; parts are relative to the sum of all weights
 * @param capMicros most of its value that counts, millionths from 1 to 1,000,000
 * @param gate what it must say before anything is emitted
 * @param params its numbers, defaults filled in
 * @param factor the rule itself
 */
public record FactorSpec(FactorKind kind, int weight, long capMicros, FactorGate gate, Params params, Factor factor) {}
