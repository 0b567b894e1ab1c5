import { expect, it } from 'vitest';
import { changesOf } from './limits';

const item = (name: string, value: string) => ({ name, value, unit: 'count', least: '1', most: '100', meaning: '' });

it('sends only what differs, without spaces', () => {
  const items = [item('max_positions', '4'), item('max_orders_per_minute', '10')];
  expect(changesOf(items, { max_positions: ' 5 ', max_orders_per_minute: '10' })).toEqual({ max_positions: '5' });
  expect(changesOf(items, {})).toEqual({});
});
