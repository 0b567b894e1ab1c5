import type { Tone } from '../../ui/Chip';

interface StateInfo {
  readonly tone: Tone;
  /** What the state means to somebody who has not read the protocol. */
  readonly words: string;
}

export const STATES: Readonly<Record<string, StateInfo>> = {
  NEW: { tone: 'info', words: 'written down, risk not yet asked' },
  RISK_REJECTED: { tone: 'warn', words: 'a risk limit said no; nothing was sent' },
  APPROVED: { tone: 'info', words: 'risk is reserved, waiting to be sent' },
  BLOCKED: { tone: 'warn', words: 'stopped before sending; nothing was sent' },
  EXPIRED_UNSENT: { tone: 'warn', words: 'too late to send; nothing was sent' },
  SENDING: { tone: 'info', words: 'being sent; the venue has not answered yet' },
  OPEN: { tone: 'info', words: 'the venue has it and it rests' },
  PARTIALLY_FILLED: { tone: 'info', words: 'filled in part, the rest is still open' },
  FILLED: { tone: 'ok', words: 'filled completely; final' },
  REJECTED: { tone: 'bad', words: 'the venue refused it; final' },
  CANCELED: { tone: 'mute', words: 'canceled; final' },
  EXPIRED: { tone: 'mute', words: 'the venue let it expire; final' },
  UNKNOWN: { tone: 'bad', words: 'sent without a clear answer; being looked up, never sent again' },
  QUARANTINED: { tone: 'bad', words: 'not found so far; its risk stays reserved while the search goes on' },
  NOT_PLACED: { tone: 'mute', words: 'proved never to have reached the venue; final' },
  SUBMITTED: { tone: 'info', words: 'with the venue' },
  CANCELING: { tone: 'warn', words: 'a cancel was asked for; not final yet' },
};

export function stateInfo(state: string): StateInfo {
  return STATES[state] ?? { tone: 'mute', words: 'a state this dashboard does not know' };
}

const PURPOSES: Readonly<Record<string, string>> = {
  ENTRY: 'Entry',
  STOP: 'Stop loss',
  TAKE_PROFIT_1: 'Take profit 1',
  TAKE_PROFIT_2: 'Take profit 2',
  CLOSE: 'Close',
};

export const purposeInWords = (purpose: string): string => PURPOSES[purpose] ?? purpose;
