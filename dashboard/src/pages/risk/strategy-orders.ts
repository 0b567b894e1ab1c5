import type { Strategy } from '../../api/types';

/** Who starts a strategy, and why. */
export interface Person {
  readonly by: string;
  readonly reason: string;
}

/** What still has to be written before a strategy may be started, or null. A stop needs nothing. */
export function missingForStart({ by, reason }: Person): string | null {
  if (by.trim() === '') return 'Write your name to start one.';
  return reason.trim() === '' ? 'Write the reason to start one.' : null;
}

/** The body of a start or a stop; a stop has a reason of its own when there was no time to write one. */
export function bodyOf(start: boolean, { by, reason }: Person): object {
  const why = reason.trim() || (start ? '' : 'stopped on the dashboard');
  return by.trim() === '' ? { reason: why } : { by: by.trim(), reason: why };
}

/** What the desk made of it. */
export const stateWords = (strategy: Pick<Strategy, 'name' | 'state'>): string =>
  strategy.state === 'RUNNING' ? `${strategy.name} runs: it may open positions.` : `${strategy.name} is stopped: it opens nothing, its positions stay managed.`;

/** What a start needs in this mode, for the note below. */
export const startRule = (mode: string): string =>
  mode === 'live'
    ? 'REAL MONEY: a start needs a name, a reason, a clean reconciliation of the last three minutes and an account that was found fit at the exchange.'
    : 'A start needs a name and a reason; both are in the audit log. A stop needs neither.';
