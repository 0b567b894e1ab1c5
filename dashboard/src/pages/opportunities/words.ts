import type { Tone } from '../../ui/Chip';

/** Why an opportunity is over, or was none. */
const ENDINGS: Readonly<Record<string, string>> = {
  no_edge: 'the prices moved',
  too_small: 'a leg fell below the minimum',
  eaten_by_lots: 'lots and fees took it',
  absurd: 'a quote gone wrong',
  stale: 'a book went silent',
  closed: 'a book was closed',
  watch_ended: 'the watch ended first',
  interrupted: 'nobody saw its end',
};

export const endingInWords = (ending: string | null): string => (ending === null ? '–' : (ENDINGS[ending] ?? ending.replaceAll('_', ' ')));

const STATES: Readonly<Record<string, readonly [Tone, string]>> = {
  seen: ['warn', 'SEEN ONCE'],
  confirmed: ['ok', 'CONFIRMED'],
  gone: ['mute', 'GONE'],
  taken: ['brass', 'TAKEN'],
};

export const stateInfo = (state: string): readonly [Tone, string] => STATES[state] ?? ['mute', state.toUpperCase()];

/** `USD>BTC>ETH>USD` with arrows. */
export const cycleInWords = (cycle: string): string => cycle.replaceAll('>', ' → ');

const OUTCOMES: Readonly<Record<string, readonly [Tone, string]>> = {
  COMPLETE: ['ok', 'COMPLETE'],
  UNWOUND: ['warn', 'SOLD BACK'],
  MISSED: ['mute', 'MISSED'],
  RESIDUAL: ['bad', 'UNSOLD'],
  RISK_REJECTED: ['mute', 'REFUSED'],
  RUNNING: ['brass', 'UNDER WAY'],
  UNWINDING: ['warn', 'SELLING BACK'],
};

/** How a plan stands or ended. */
export const outcomeInfo = (what: string): readonly [Tone, string] => OUTCOMES[what] ?? ['mute', what];
