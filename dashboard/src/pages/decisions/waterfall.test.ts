import { describe, expect, it } from 'vitest';
import type { Factor } from '../../api/trading-types';
import { along, waterfall } from './waterfall';

const factor = (name: string, points: number): Factor => ({
  name,
  category: 'direction',
  weight: 30,
  points,
  value: 0.5,
  input: null,
  input_id: null,
  input_age_ms: null,
  missing: false,
});

describe('the waterfall', () => {
  it('stacks the points up to the score', () => {
    const fall = waterfall({ score: 68, factors: [factor('cvd', 21.4), factor('p99', 30), factor('atr', 16.9)] }, 75);
    expect(fall.steps.map((step) => [step.from, step.to].map((n) => Number(n.toFixed(6))))).toEqual([[0, 21.4], [21.4, 51.4], [51.4, 68.3]]);
    expect(fall.unexplained).toBe(false);
  });

  it('admits points that no factor explains', () => {
    const fall = waterfall({ score: 70, factors: [factor('cvd', 60)] }, 75);
    expect(fall).toMatchObject({ unexplained: true, rest: 10 });
  });

  it('accepts what rounding to whole points explains, and no more', () => {
    expect(waterfall({ score: 68, factors: [factor('cvd', 68.9)] }, 75).unexplained).toBe(false);
    expect(waterfall({ score: 68, factors: [factor('cvd', 67.4)] }, 75).unexplained).toBe(true);
    expect(waterfall({ score: 68, factors: [factor('cvd', 69.2)] }, 75).unexplained).toBe(true);
  });

  it('goes down for a factor that takes points away, and below zero if need be', () => {
    const fall = waterfall({ score: -10, factors: [factor('a', 20), factor('b', -30)] }, null);
    expect(fall).toMatchObject({ low: -10, high: 100, total: -10 });
    expect(along(-10, fall)).toBe(0);
    expect(along(100, fall)).toBe(100);
  });

  it('has nothing to say about a decision without factors', () => {
    expect(waterfall({ score: 0, factors: [] }, 75)).toMatchObject({ steps: [], unexplained: false });
  });
});
