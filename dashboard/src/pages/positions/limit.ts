import type { Limit } from '../../api/risk-types';
import type { Kind } from '../../format/figure';

const NAMES: Record<string, string> = {
  daily_loss: 'Loss today',
  consecutive_losses: 'Losses in a row',
  positions: 'Positions',
  total_notional: 'Notional in all',
  symbol_notional: 'Notional of',
  entries_per_minute: 'Entries in the last minute',
  unrealised_loss: 'Loss of open trades',
  venue_silence: 'Venue silent for',
  data_age: 'Age of trades in',
  hold: 'Longest trade open for',
  clock_offset: 'Clock against the venue',
};

/** The limit in the reader's words; a name this page doesn't know is shown as it is. */
export function titleOf(limit: Limit): string {
  const name = NAMES[limit.name] ?? limit.name.replaceAll('_', ' ');
  return limit.symbol === null ? name : `${name} ${limit.symbol}`;
}

/** Share of the limit in use, 0 to 100. */
export function percentUsed(limit: Limit): number {
  const share = (100 * Number(limit.used)) / Number(limit.limit);
  return Number.isFinite(share) ? Math.min(100, Math.max(0, share)) : 0;
}

/** From four fifths on it is worth a look; at the limit nothing more enters. */
export function toneOf(percent: number): 'ok' | 'warn' | 'bad' {
  if (percent >= 100) return 'bad';
  return percent >= 80 ? 'warn' : 'ok';
}

/** Counts have no decimals, money has two, R stays as it is. */
export function kindOf(unit: string): Kind {
  if (unit === 'R') return 'indicator';
  if (unit === 'ms') return 'ms';
  return ['trades', 'symbols', 'entries'].includes(unit) ? 'count' : 'money';
}
