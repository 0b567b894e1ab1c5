import type { Measured } from '../../api/opportunity-types';
import { span } from '../../format/time';

/** Asks for the chance at the desk's own latency: 100 ms while too few plans tell it. */
export const MEASURED = 'measured';

/** So many plans tell how late the desk comes. */
export const ENOUGH = 5;

/** The API knows no later than that. */
const LATEST_MS = 5_000;

const FIXED = [
  ['50', '50 ms'],
  ['100', '100 ms'],
  ['250', '250 ms'],
  ['500', '500 ms'],
  ['1000', '1 s'],
] as const;

/** The median time to a first fill, where enough plans tell it. */
export function measuredMs(filled: Measured | undefined): number | null {
  return filled === undefined || filled.median === null || filled.plans < ENOUGH ? null : Math.min(LATEST_MS, filled.median);
}

/** What may be chosen, the measured latency first, and what is chosen when the address says nothing. */
export function latencies(measured: number | null): { options: readonly (readonly [string, string])[]; usual: string } {
  return measured === null ? { options: FIXED, usual: '100' } : { options: [[MEASURED, `measured (${span(measured)})`], ...FIXED], usual: MEASURED };
}
