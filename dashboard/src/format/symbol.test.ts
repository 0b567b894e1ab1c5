import { expect, it } from 'vitest';
import { pairOf } from './symbol';

it('splits the forms that venues use', () => {
  expect(pairOf('BTCUSDT')).toEqual({ base: 'BTC', quote: 'USDT' });
  expect(pairOf('BTCFDUSD')).toEqual({ base: 'BTC', quote: 'FDUSD' });
  expect(pairOf('BTC/USD')).toEqual({ base: 'BTC', quote: 'USD' });
  expect(pairOf('ETH-BTC')).toEqual({ base: 'ETH', quote: 'BTC' });
});

it('claims no unit for what it does not know', () => {
  expect(pairOf('<script>')).toEqual({ base: '<script>', quote: '' });
  expect(pairOf('USDT')).toEqual({ base: 'USDT', quote: '' });
});
