import type { Decision } from '../../api/trading-types';

export type Thresholds = ReadonlyMap<string, number | null>;

/**
 * What this decision had to reach: its own score and the points it says are missing, because a strategy's threshold may
 * have changed since; else the strategy's present threshold.
 */
export function thresholdOf(decision: Decision, thresholds: Thresholds): number | null {
  const missing = decision.gate.missing_points;
  if (decision.gate.code === 'below_threshold' && missing !== null) return decision.score + missing;
  return thresholds.get(decision.strategy) ?? null;
}
