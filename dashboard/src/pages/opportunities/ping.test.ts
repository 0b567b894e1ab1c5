import { expect, it } from 'vitest';
import { pingInWords } from './ping';

it('tells the last round trip', () => {
  expect(pingInWords({ round_trip_ms: 12, unanswered_pings: 0 })).toBe('12 ms');
  expect(pingInWords({ round_trip_ms: 0 })).toBe('0 ms');
});

it('says so before the first answer', () => {
  expect(pingInWords({ unanswered_pings: 0 })).toBe('none answered yet');
  expect(pingInWords({})).toBe('none answered yet');
});

it('tells those that nobody answered', () => {
  expect(pingInWords({ round_trip_ms: 1_240, unanswered_pings: 2 })).toBe('1,240 ms, 2 unanswered');
  expect(pingInWords({ unanswered_pings: 3 })).toBe('none answered yet, 3 unanswered');
});
