import { expect, it } from 'vitest';
import type { TrailStep } from '../../api/trading-types';
import { stateInfo, STATES } from './states';
import { took } from './Trail';

const step = (at: string) => ({ at }) as TrailStep;

it('says how long a step took, also when steps were written out of order', () => {
  expect(took(step('2024-08-08T00:00:01.250Z'), step('2024-08-08T00:00:01.190Z'))).toBe('+60 ms');
  expect(took(step('2024-08-08T00:00:01.000Z'), step('2024-08-08T00:00:01.500Z'))).toBe('−500 ms');
  expect(took(step('2024-08-08T00:00:01.000Z'), undefined)).toBe('');
});

it('has plain words for every state of the protocol, and survives one it does not know', () => {
  const states = 'NEW RISK_REJECTED APPROVED BLOCKED EXPIRED_UNSENT SENDING OPEN PARTIALLY_FILLED FILLED REJECTED CANCELED EXPIRED UNKNOWN QUARANTINED NOT_PLACED';
  for (const state of states.split(' ')) expect(STATES[state]?.words).toBeTruthy();
  expect(stateInfo('SOMETHING_NEW').words).toContain('does not know');
});
