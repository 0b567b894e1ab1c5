import { describe, expect, it } from 'vitest';
import type { RoundTrip } from '../../api/trading-types';
import { maxDrawdown, meanInterval, quantile, recordMs, stats, wilson } from './stats';

const trip = (n: number, pnl: string, r: string, exit_reason = 'tp2') =>
  ({ trade_id: String(n), opened_at: `2024-08-08T${String(n).padStart(2, '0')}:00:00Z`, closed_at: `2024-08-08T${String(n).padStart(2, '0')}:30:00Z`, pnl, pnl_r: r, fees: '1.10', slippage_bps: '0.5', exit_reason }) as RoundTrip;

describe('statistics', () => {
  it('keep quiet about averages of fewer than ten trades', () => {
    const s = stats([trip(1, '10', '1'), trip(2, '-5', '-0.5', 'sl')]);
    expect(s).toMatchObject({ closed: 2, wins: 1, netPnl: '5', fees: '2.20', meanR: null, profitFactor: null, rs: [1, -0.5] });
  });

  it('give expectancy and profit factor from ten on', () => {
    const trips = Array.from({ length: 10 }, (_, n) => trip(n, n < 5 ? '20' : '-10', n < 5 ? '2' : '-1'));
    const s = stats(trips);
    expect(s.profitFactor).toBe(2);
    expect(s.meanR?.value).toBe(0.5);
    expect(s.meanR?.low).toBeLessThan(0);
  });

  it('never divide by no loss', () => {
    expect(stats(Array.from({ length: 12 }, (_, n) => trip(n, '1', '1'))).profitFactor).toBeNull();
  });

  it('leave open trades out and group by exit', () => {
    const open = { ...trip(3, '7', '1'), closed_at: null };
    const s = stats([trip(1, '10', '1'), trip(2, '-5', '-0.5', 'sl'), trip(4, '-5', '-0.5', 'sl'), open]);
    expect(s.byExit).toEqual([{ reason: 'tp2', trades: 1, r: 1, pnl: '10' }, { reason: 'sl', trades: 2, r: -1, pnl: '-10' }]);
  });

  it('put honest bounds on a win rate', () => {
    expect(wilson(0, 0)).toBeNull();
    const all = wilson(3, 3);
    expect(all?.value).toBe(100);
    expect(all?.low).toBeCloseTo(43.85, 1);
    expect(all?.high).toBe(100);
    expect(wilson(50, 100)).toMatchObject({ value: 50 });
  });

  it('find the deepest fall from a peak', () => {
    const curve = (points: [string, string][]) => points.map(([equity, paid_in], n) => ({ at: `2024-08-08T0${n}:00:00Z`, equity, paid_in }));
    const plain = curve([['100', '100'], ['120', '100'], ['90', '100'], ['130', '100'], ['110', '100']]);
    expect(maxDrawdown({ equity_curve: plain })).toEqual({ amount: 30, percent: 25 });
    const moved = curve([['100', '100'], ['120', '100'], ['60', '40'], ['90', '80'], ['10', '0']]);
    expect(maxDrawdown({ equity_curve: moved })).toEqual({ amount: 10, percent: 10 });
    expect(maxDrawdown({ equity_curve: [] })).toBeNull();
  });

  it('measure how long the record is', () => {
    expect(recordMs([trip(1, '1', '1'), trip(3, '1', '1')], null)).toBe(2.5 * 3_600_000);
    expect(recordMs([], null)).toBe(0);
  });

  it('take quantiles by nearest rank', () => {
    expect([quantile([3, 1, 2, 4], 0.5), quantile([3, 1, 2, 4], 0.95), quantile([], 0.5)]).toEqual([2, 4, null]);
    expect(meanInterval([1, 2])).toBeNull();
  });
});
