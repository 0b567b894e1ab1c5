import { describe, expect, it } from 'vitest';
import type { Pnl, RoundTrip } from '../../api/trading-types';
import { today } from './today';

const NOW = '2024-08-08T12:00:00Z';
const pnl = (curve: [string, string, string?][], equity = '10110.50') =>
  ({ equity, as_of: NOW, equity_curve: curve.map(([at, e, paid_in = '10000']) => ({ at, equity: e, paid_in })) }) as Pnl;
const closed = (closed_at: string | null, value: string, r: string) => ({ opened_at: closed_at ?? NOW, closed_at, pnl: value, pnl_r: r }) as RoundTrip;
const page = (items: RoundTrip[], next_cursor: string | null = null) => ({ items, next_cursor, as_of: NOW });

describe('today', () => {
  it('counts from the last equity before midnight UTC, whatever the order of the curve', () => {
    const curve: [string, string][] = [['2024-08-08T01:00:00Z', '10050'], ['2024-08-07T23:00:00Z', '10000.25']];
    expect(today(pnl(curve), null, NOW)).toMatchObject({ pnl: '110.25', wholeDay: true });
  });

  it('says that a younger account is counted from its first point', () => {
    const day = today(pnl([['2024-08-08T09:00:00Z', '10000']]), null, NOW);
    expect(day).toMatchObject({ pnl: '110.50', wholeDay: false, sinceMs: Date.parse('2024-08-08T09:00:00Z') });
  });

  it('takes money that was moved for no profit and no loss', () => {
    const moved = (paidIn: string) => pnl([['2024-08-07T23:00:00Z', '10000.25'], ['2024-08-08T11:00:00Z', '1', paidIn]]);
    expect(today(moved('10100'), null, NOW).pnl).toBe('10.25');
    expect(today(moved('9000'), null, NOW).pnl).toBe('1110.25');
  });

  it('sums R over trades closed today only', () => {
    const trades = page([closed(null, '5', '0.1'), closed('2024-08-08T02:00:00Z', '50', '1'), closed('2024-08-08T01:00:00Z', '-20', '-0.4'), closed('2024-08-07T23:00:00Z', '99', '9')]);
    expect(today(pnl([]), trades, NOW)).toMatchObject({ pnl: null, closed: 2, wins: 1, r: 0.6, allTrades: true });
  });

  it('admits that older trades of today may be on the next page', () => {
    expect(today(pnl([]), page([closed('2024-08-08T02:00:00Z', '1', '1')], 'more'), NOW).allTrades).toBe(false);
    expect(today(pnl([]), page([closed('2024-08-07T02:00:00Z', '1', '1')], 'more'), NOW).allTrades).toBe(true);
  });
});
