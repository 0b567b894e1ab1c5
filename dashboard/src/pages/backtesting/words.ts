import type { SweepReport } from '../../api/backtest-types';
import type { Tone } from '../../ui/Chip';

const VERDICTS: Readonly<Record<string, readonly [Tone, string]>> = {
  passed: ['ok', 'PASSED'],
  unproven: ['warn', 'UNPROVEN'],
  overfit: ['bad', 'OVERFIT'],
  nothing_earned: ['mute', 'NOTHING EARNED'],
  too_little_data: ['mute', 'TOO LITTLE DATA'],
};

export const verdictInfo = (verdict: string): readonly [Tone, string] => VERDICTS[verdict] ?? ['mute', verdict.replaceAll('_', ' ').toUpperCase()];

const OUTCOMES: Readonly<Record<string, string>> = { complete: 'complete', unwound: 'sold back', missed: 'missed', residual: 'left unsold' };

export const outcomeInWords = (outcome: string): string => OUTCOMES[outcome] ?? outcome;

const OBJECTIVES: Readonly<Record<string, string>> = { profit: 'Profit', 'profit-per-taken': 'Profit per cycle taken', capture: 'Share of the expected profit' };

export const objectiveInWords = (objective: string): string => OBJECTIVES[objective] ?? objective;

/** `buffer-bps 2, stale-ms 500` */
export const valuesInWords = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

/** What share of an edge is left, as `50 ms 100 %, 100 ms 80 %`. */
export const decayInWords = (decay: Readonly<Record<string, number>>): string =>
  Object.entries(decay)
    .map(([ms, share]) => `${Number(ms) < 1000 ? `${ms} ms` : `${Number(ms) / 1000} s`} ${Math.round(share * 100)} %`)
    .join(', ') || 'none was followed';

/** A probability with three digits. */
export const probability = (value: number): string => value.toFixed(3);

/** Whether the numbers of a ranking are amounts of the start asset. */
export const isAmount = (report: SweepReport): boolean => report.plan.objective !== 'capture';
