import { beforeAll, describe, expect, it } from 'vitest';
import { pnlAt } from './account.mjs';
import { Refusal } from './refusal.mjs';
import { answer } from './routes.mjs';
import { makeWorld } from './world.mjs';

const AT = Date.parse('2024-08-08T23:55:10Z');
let world;
const ask = (path, params = {}, at = AT) => answer(world, at, path, new URLSearchParams(params));

beforeAll(() => {
  world = makeWorld({ scenario: 'full' });
});

describe('the fake desk', () => {
  it('makes the same market from the same seed', () => {
    const again = makeWorld({ scenario: 'full' });
    expect(again.tape.at(-1)).toEqual(world.tape.at(-1));
    expect(again.decisions.at(-1)).toEqual(world.decisions.at(-1));
  });

  it('gives every answer an as_of', () => {
    for (const path of ['/health', '/rates', '/decisions', '/signals', '/orders', '/orders/external', '/positions', '/trades', '/pnl', '/risk', '/opportunities', '/opportunities/summary', '/gaps', '/strategies', '/market/BTCUSDT/candles', '/market/BTCUSDT/indicators', '/market/BTCUSDT/trades']) {
      expect(ask(path).as_of, path).toBe('2024-08-08T23:55:10.000Z');
    }
  });

  it('gives market series oldest first and lists newest first', () => {
    const candles = ask('/market/BTCUSDT/candles', { interval: '1m', limit: '5' }).items.map((item) => item.start_at);
    expect(candles).toEqual([...candles].sort());
    const decisions = ask('/decisions', { limit: '20' }).items.map((item) => item.decided_at);
    expect(decisions).toEqual([...decisions].sort().reverse());
  });

  it('never shows the future', () => {
    const early = world.firstMs + 3_600_000;
    expect(ask('/decisions', { limit: '500' }, early).items.every((d) => Date.parse(d.decided_at) <= early)).toBe(true);
    expect(ask('/market/BTCUSDT/candles', {}, early).items.at(-1).complete).toBe(false);
  });

  it('explains every score by its factors', () => {
    for (const decision of ask('/decisions', { limit: '500' }).items) {
      const points = decision.factors.reduce((total, factor) => total + factor.points, 0);
      expect(Math.abs(points - decision.score)).toBeLessThan(1 + 1e-3);
    }
  });

  it('pages by cursor without losing or repeating anything', () => {
    const seen = [];
    for (let cursor = ''; cursor !== null; ) {
      const page = ask('/orders', { limit: '7', ...(cursor === '' ? {} : { cursor }) });
      seen.push(...page.items.map((order) => order.intent_id));
      cursor = page.next_cursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(ask('/orders', { limit: '500' }).items.length);
  });

  it('keeps equity equal to balance and unrealised PnL', () => {
    const pnl = pnlAt(world, AT, 600_000);
    expect(Number(pnl.equity)).toBeCloseTo(Number(pnl.balance) + Number(pnl.unrealised_pnl), 3);
  });

  it('refuses what the contract refuses', () => {
    expect(() => ask('/orders', { limit: '0' })).toThrow(Refusal);
    expect(() => ask('/orders/nope')).toThrow(/order id is nope/);
    expect(() => ask('/market/XBT/candles')).toThrow(/expected BTCUSDT/);
    expect(() => ask('/market/BTCUSDT/candles', { interval: '7s' })).toThrow(/expected 15s, 1m or 5m/);
  });
});
