import { expect, it } from 'vitest';
import { pathOf, queries } from './queries';

it('leaves empty parameters out and escapes the others', () => {
  expect(pathOf('/decisions', { strategy: 'a&b', taken: '', cursor: null, limit: 50 })).toBe('/decisions?strategy=a%26b&limit=50');
  expect(pathOf('/pnl')).toBe('/pnl');
});

it('escapes what becomes part of a path', () => {
  expect(queries.candles('BTC/USD', { interval: '15s' }).path).toBe('/market/BTC%2FUSD/candles?interval=15s');
  expect(queries.order('../health').path).toBe('/orders/..%2Fhealth');
});

it('reads health, rates and positions every second, the rest every two', () => {
  expect([queries.health(), queries.rates(), queries.positions()].map((query) => query.everyMs)).toEqual([1000, 1000, 1000]);
  expect([queries.pnl(), queries.gaps(), queries.strategies()].map((query) => query.everyMs)).toEqual([2000, 2000, 2000]);
});
