import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../api/client';
import { NOTHING_YET, type Reading } from '../api/reading';
import type { Health, Replay } from '../api/health-types';
import type { Page, Position, Rate } from '../api/types';
import { routeOf } from '../state/routes';
import { shellWord } from '../pages/overview/StrategyRow';
import { matches } from '../ui/Filter';
import { progress } from './ReplayBar';
import { statusOf } from './Status';
import { titleOf } from './title';
import { modeClass } from './TopBar';

const page = <T>(items: unknown[]): Page<T> => ({ items: items as T[], next_cursor: null, as_of: '' });
const rates = page<Rate>([{ symbol: 'BTCUSDT', price: '61807.8' }]);

describe('the title', () => {
  it('leads with the open PnL', () => {
    const positions = page<Position>([{ symbol: 'BTCUSDT', direction: 'LONG', unrealised_pnl: '12.345' }, { symbol: 'ETHUSDT', direction: 'SHORT', unrealised_pnl: '-2' }]);
    expect(titleOf(positions, rates, 'paper')).toBe('+10.35 USDT · BTCUSDT 61,807.8 · Sextant PAPER');
  });

  it('says flat, and nothing that it does not know', () => {
    expect(titleOf(page([{ direction: 'FLAT' }]), rates, 'live')).toBe('flat · BTCUSDT 61,807.8 · Sextant LIVE');
    expect(titleOf(null, null, null)).toBe('Sextant');
  });
});

describe('the frame', () => {
  it('has a colour of its own for each mode, and never that of real money by accident', () => {
    expect(['paper', 'testnet', 'live', 'LIVE', 'other'].map(modeClass)).toEqual(['paper', 'testnet', 'live', 'live', 'paper']);
  });
});

describe('the status word', () => {
  const reading = (data: Partial<Health> | null, failure: ApiFailure | null = null) => ({ ...NOTHING_YET, data, failure }) as Reading<Health>;
  const checks = [{ name: 'a', ok: false, detail: '' }];

  it('follows connection, health and checks, the worst first', () => {
    expect(statusOf(reading(null))).toEqual(['mute', 'CONNECTING']);
    expect(statusOf(reading({ status: 'HEALTHY', checks: [] }))).toEqual(['ok', 'HEALTHY']);
    expect(statusOf(reading({ status: 'HEALTHY', checks }))).toEqual(['warn', '1 CHECK FAILED']);
    expect(statusOf(reading({ status: 'RECOVERING', checks: [] }))).toEqual(['warn', 'RECOVERING']);
    expect(statusOf(reading({ status: 'HEALTHY', checks: [] }, new ApiFailure('unreachable', '')))).toEqual(['bad', 'NO CONNECTION']);
  });
});

describe('addresses', () => {
  it('name pages and what is open on them', () => {
    expect(routeOf('/')).toEqual({ page: 'overview', id: null });
    expect(routeOf('/decisions/ab%2Fc')).toEqual({ page: 'decisions', id: 'ab/c' });
    expect(routeOf('/market/BTCUSDT/')).toEqual({ page: 'market', id: 'BTCUSDT' });
  });

  it('keep the old names and admit what does not exist', () => {
    expect(routeOf('/server').page).toBe('system');
    for (const path of ['/nope', '/constructor', '/orders/a/b', '/__proto__']) expect(routeOf(path).page).toBe('nowhere');
    expect(routeOf('/orders/%E0%A4%A').id).toBe('%E0%A4%A');
  });
});

it('measures a replay between its ends', () => {
  const replay = { first_at: '2024-08-08T00:00:00Z', last_at: '2024-08-08T00:01:40Z', position_at: '2024-08-08T00:00:25Z' } as Replay;
  expect(progress(replay)).toBe(25);
  expect(progress({ ...replay, position_at: '2024-08-09T00:00:00Z' })).toBe(100);
  expect(progress({ ...replay, last_at: 'soon' })).toBe(0);
});

it('filters by words in any field', () => {
  expect(matches('short cool', 'demo', 'SHORT', 'cooldown')).toBe(true);
  expect(matches('long', 'demo', null, undefined)).toBe(false);
  expect(matches('', 'anything')).toBe(true);
});

it('quotes a name for the shell unless it is plain', () => {
  expect(shellWord('demo_fast')).toBe('demo_fast');
  expect(shellWord("a'; rm -rf ~")).toBe(`'a'\\''; rm -rf ~'`);
});
