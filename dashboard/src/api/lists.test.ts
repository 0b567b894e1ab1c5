import { expect, it } from 'vitest';
import { join } from './paged';
import { merge } from './series';

const at = (time: string, value = 0) => ({ time, value });
const timeOf = (item: { time: string }) => item.time;

it('joins a fresh first page with older ones, each id once, the fresh version first', () => {
  const joined = join([{ id: 'c', v: 2 }, { id: 'b', v: 2 }], [{ id: 'b', v: 1 }, { id: 'a', v: 1 }], (item) => item.id);
  expect(joined).toEqual([{ id: 'c', v: 2 }, { id: 'b', v: 2 }, { id: 'a', v: 1 }]);
});

it('merges parts of a series by instant, later parts winning', () => {
  const merged = merge([[at('2024-01-01T00:00:00Z')], [at('2024-01-01T00:00:30Z', 1), at('2024-01-01T00:00:15Z', 1)], [at('2024-01-01T00:00:30Z', 2)]], timeOf);
  expect(merged.map((item) => [item.time.slice(17, 19), item.value])).toEqual([['00', 0], ['15', 1], ['30', 2]]);
});

it('drops what lies beyond the newest reading: the replay began again', () => {
  const merged = merge([[at('2024-01-01T00:05:00Z')], [at('2024-01-01T00:00:00Z')]], timeOf);
  expect(merged).toEqual([at('2024-01-01T00:00:00Z')]);
});
