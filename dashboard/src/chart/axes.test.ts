import { expect, it } from 'vitest';
import { label } from './axes';

const seconds = (time: string) => Date.parse(time) / 1000;

it('labels ticks as finely as they stand, with the date where a day begins', () => {
  expect(label(seconds('2024-08-08T23:55:15Z'), undefined, 15, 'utc')).toBe('23:55:15');
  expect(label(seconds('2024-08-08T23:55:00Z'), undefined, 300, 'utc')).toBe('23:55');
  expect(label(seconds('2024-08-09T00:00:00Z'), seconds('2024-08-08T23:00:00Z'), 3600, 'utc')).toBe('00:00\n08-09');
  expect(label(seconds('2024-08-09T00:00:00Z'), undefined, 86_400, 'utc')).toBe('08-09');
});
