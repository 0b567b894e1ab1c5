import { expect, it } from 'vitest';
import { speedText } from './speed';

it('marks a factor as one and leaves a word alone', () => {
  expect(['1', '20x', '0.5', '8×', 'max'].map(speedText)).toEqual(['1×', '20×', '0.5×', '8×', 'max']);
});
