/** What the chart is made of: single trades or candles of one width. */
export type Interval = 'trades' | '15s' | '1m' | '5m';
export type Range = '15m' | '1h' | '6h' | '1d' | 'all';

export const INTERVALS: readonly (readonly [Interval, string])[] = [
  ['trades', 'Trades'],
  ['15s', '15s'],
  ['1m', '1m'],
  ['5m', '5m'],
];

export const RANGES: readonly (readonly [Range, string])[] = [
  ['15m', '15m'],
  ['1h', '1H'],
  ['6h', '6H'],
  ['1d', '1D'],
  ['all', 'All'],
];

const SECONDS: Readonly<Record<Range, number>> = { '15m': 900, '1h': 3_600, '6h': 21_600, '1d': 86_400, all: Infinity };
const STEPS_MS = { '15s': 15_000, '1m': 60_000, '5m': 300_000 } as const;

export const rangeSeconds = (range: Range): number => SECONDS[range];

/** The candle behind an interval; single trades are drawn over 15-second volumes. */
export const candleOf = (interval: Interval): '15s' | '1m' | '5m' => (interval === 'trades' ? '15s' : interval);
export const stepMsOf = (interval: Interval): number => STEPS_MS[candleOf(interval)];

export function rangeOf(text: string): Range {
  return RANGES.find(([range]) => range === text)?.[0] ?? '1h';
}

/** The chosen interval, or the one that draws a few hundred candles over the range. */
export function intervalOf(text: string, range: Range): Interval {
  const chosen = INTERVALS.find(([interval]) => interval === text)?.[0];
  if (chosen !== undefined) return chosen;
  if (range === '6h') return '1m';
  return range === '1d' ? '5m' : '15s';
}
