import type { Health } from './health-types';
import type { Rate } from './types';

/** Names of the made-up inputs of the whole desk and of one rate, e.g. `mark_price`. `true` means: as the desk says. */
export function syntheticNames(health: Health | null, rate: Rate | null): readonly string[] {
  const ofDesk = health?.synthetic_inputs ?? [];
  const own = rate?.synthetic ?? null;
  if (own === null || typeof own === 'boolean') return own === false ? [] : ofDesk;
  const ofRate = typeof own === 'string' ? own.split(',').map((name) => name.trim()) : own;
  return [...new Set([...ofDesk, ...ofRate])].filter((name) => name !== '');
}
