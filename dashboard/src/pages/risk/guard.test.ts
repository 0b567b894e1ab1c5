import { expect, it } from 'vitest';
import type { Risk } from '../../api/risk-types';
import { canResume, killWords, meaningOf, toneOfState } from './guard';

it('tells each state by its words, and its tone', () => {
  expect(['NORMAL', 'WARNING', 'REDUCING', 'HALTED'].map((state) => toneOfState(state as never))).toEqual(['ok', 'warn', 'warn', 'bad']);
  expect(meaningOf('HALTED')).toContain('person');
  expect(toneOfState('NEWER' as never)).toBe('bad');
});

it('says what the kill switch does', () => {
  expect(killWords('none', 'desk')).toBe('The kill switch is off.');
  expect(killWords('flatten', 'ada')).toBe('Entries are stopped, resting ones cancelled and positions closed, by ada.');
});

it('offers a resume after whatever lasts until a person resumes', () => {
  const quiet = { kill_switch: { level: 'none', by: 'desk' }, standing: { halt_reason: null, paused_until: null }, guard: { state: 'NORMAL', findings: [] } };
  const refused = { state: 'HALTED', findings: [{ condition: 'venue_halted', state: 'HALTED', text: 'the venue refused: -2015' }] };
  const may = (change: object) => canResume({ ...quiet, ...change } as unknown as Risk);
  expect(may({})).toBe(false);
  expect(may({ guard: refused })).toBe(true);
  expect(may({ kill_switch: { level: 'entries', by: 'ada' } })).toBe(true);
  expect(may({ standing: { halt_reason: 'daily loss', paused_until: null } })).toBe(true);
  expect(may({ standing: { halt_reason: null, paused_until: '2024-08-08T23:55:00Z' } })).toBe(true);
});
