import { describe, expect, it } from 'vitest';
import type { Limit } from '../../api/risk-types';
import { percentUsed, titleOf, toneOf } from './limit';

const limit = (used: string, most: string, symbol: string | null = null): Limit => ({ name: symbol === null ? 'positions' : 'symbol_notional', symbol, used, limit: most, unit: 'USDT' });

describe('a limit', () => {
  it('is named in words, with its symbol', () => {
    expect(titleOf(limit('0', '1'))).toBe('Positions');
    expect(titleOf(limit('0', '1', 'BTCUSDT'))).toBe('Notional of BTCUSDT');
    expect(titleOf({ ...limit('0', '1'), name: 'open_orders' })).toBe('open orders');
  });

  it('fills from nothing to all of it, never further', () => {
    expect(percentUsed(limit('0', '4'))).toBe(0);
    expect(percentUsed(limit('1', '4'))).toBe(25);
    expect(percentUsed(limit('9', '4'))).toBe(100);
    expect(percentUsed(limit('x', '4'))).toBe(0);
  });

  it('warns before it stops anything', () => {
    expect([79, 80, 99.9, 100].map(toneOf)).toEqual(['ok', 'warn', 'warn', 'bad']);
  });
});
