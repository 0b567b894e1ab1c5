import { describe, expect, it } from 'vitest';
import type { RoundTrip } from '../../api/trading-types';
import { priceRange } from './priceRange';
import { candleOf, intervalOf, rangeOf } from './ranges';
import { tradeSpan } from './tradeSpan';

const open = { trade_id: 'a', closed_at: null, sl_price: '95', tp1_price: '112', tp2_price: '900' } as RoundTrip;

describe('the price scale', () => {
  it('makes room for the stop and targets of the open trade that are near', () => {
    const [low, high] = priceRange(100, 110, { items: [open], chosen: null });
    expect(low).toBeLessThan(95);
    expect(high).toBeGreaterThan(112);
    expect(high).toBeLessThan(120);
  });

  it('ignores closed trades unless one is chosen', () => {
    const closed = { ...open, closed_at: '2024-08-08T00:00:00Z' };
    expect(priceRange(100, 110, { items: [closed], chosen: null })[0]).toBeGreaterThan(99);
    expect(priceRange(100, 110, { items: [closed], chosen: 'a' })[0]).toBeLessThan(95);
  });

  it('gives a flat price a height, and no price a scale', () => {
    const [low, high] = priceRange(100, 100, { items: [], chosen: null });
    expect(high).toBeGreaterThan(low);
    expect(priceRange(null, null, { items: [], chosen: null })).toEqual([0, 1]);
  });
});

it('picks a candle width for the range, unless the reader did', () => {
  expect([intervalOf('', '1h'), intervalOf('', '6h'), intervalOf('', '1d'), intervalOf('15s', '1d')]).toEqual(['15s', '1m', '5m', '15s']);
  expect([rangeOf('6h'), rangeOf('<b>')]).toEqual(['6h', '1h']);
  expect(candleOf('trades')).toBe('15s');
});

it('shows a trade from before its entry until after its exit', () => {
  const trade = { ...open, opened_at: '1970-01-01T00:10:00Z', closed_at: '1970-01-01T00:20:00Z' };
  expect(tradeSpan(trade, { min: 0, max: 5000 })).toEqual({ min: 240, max: 1560 });
});
