import { expect, it } from 'vitest';
import type { Health } from '../../api/health-types';
import { clockSays } from './clock';

const replay = {} as NonNullable<Health['replay']>;

it('is judged where it was measured, and not in a replay', () => {
  const measured = { offset_ms: -6_000, measured_at: null, state: 'BLOCKED' } as unknown as Health['clock'];
  expect(clockSays({ clock: measured, replay: null })).toMatchObject({ tone: 'bad', word: 'BLOCKED' });
  expect(clockSays({ clock: null, replay: null })).toMatchObject({ tone: 'warn', word: 'UNKNOWN' });
  expect(clockSays({ clock: null, replay })).toMatchObject({ tone: 'mute', word: 'REPLAYED' });
});
