import type { Decision, Factor } from '../../api/trading-types';

export interface Step {
  readonly factor: Factor;
  /** Running total before and after this factor, in points. */
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly steps: readonly Step[];
  readonly total: number;
  /** What the stated score has beyond the factors' sum. */
  readonly rest: number;
  /** Whether `rest` is more than a score's being rounded down to whole points explains. */
  readonly unexplained: boolean;
  readonly low: number;
  readonly high: number;
}

/** Each factor's points are shown with four decimals. */
const SHOWN = 1e-3;

/** Stacks the factors' points up to the score, and says so where they don't add up to it. */
export function waterfall({ factors, score }: Pick<Decision, 'factors' | 'score'>, threshold: number | null): Waterfall {
  const steps: Step[] = [];
  let total = 0;
  for (const factor of factors) {
    const from = total;
    total += factor.points;
    steps.push({ factor, from, to: total });
  }
  const rest = score - total;
  const reached = steps.map((step) => step.to);
  return {
    steps,
    total,
    rest,
    unexplained: rest > SHOWN || rest <= -1 - SHOWN,
    low: Math.min(0, score, ...reached),
    high: Math.max(100, score, threshold ?? 0, ...reached),
  };
}

/** Where `points` lies between `low` and `high`, 0–100. */
export function along(points: number, { low, high }: Pick<Waterfall, 'low' | 'high'>): number {
  return (100 * (points - low)) / (high - low);
}
