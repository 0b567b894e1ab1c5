import { expect, it } from 'vitest';
import { killWords, meaningOf, toneOfState } from './guard';

it('tells each state by its words, and its tone', () => {
  expect(['NORMAL', 'WARNING', 'REDUCING', 'HALTED'].map((state) => toneOfState(state as never))).toEqual(['ok', 'warn', 'warn', 'bad']);
  expect(meaningOf('HALTED')).toContain('person');
  expect(toneOfState('NEWER' as never)).toBe('bad');
});

it('says what the kill switch does', () => {
  expect(killWords('none', 'desk')).toBe('The kill switch is off.');
  expect(killWords('flatten', 'ada')).toBe('Entries are stopped, resting ones cancelled and positions closed, by ada.');
});
