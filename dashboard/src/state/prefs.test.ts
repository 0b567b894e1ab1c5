import { expect, it } from 'vitest';
import { readPrefs } from './prefs';

const FIRST = { zone: 'utc', theme: 'system', colours: 'green-red' };

it('reads what was chosen', () => {
  expect(readPrefs('{"zone":"local","theme":"dark","colours":"blue-orange"}')).toEqual({ zone: 'local', theme: 'dark', colours: 'blue-orange' });
});

it('falls back to the first choice for anything unknown', () => {
  for (const text of [null, '', '{', '[]', 'null', '"x"', '{"zone":"mars","theme":1,"colours":"constructor"}']) expect(readPrefs(text)).toEqual(FIRST);
});
