import { describe, expect, it } from 'vitest';
import type { Candle, Indicator, TapeTrade } from '../api/types';
import { candleColumns, indicatorColumns, tapeColumns } from './columns';
import { emptyRuns } from './gaps';

const candle = (start_at: string, close = '100.5'): Candle => ({
  start_at,
  open: '100.0',
  high: '101.0',
  low: '99.5',
  close,
  buy_volume: '1.5',
  sell_volume: '0.5',
  trades: 7,
  complete: true,
});

const row = (at: string, covered: number): Indicator => ({ at, covered, cvd_fast: '1.5', vwap_30m: 100, atr_5m: null }) as Indicator;

describe('candles to columns', () => {
  it('puts each bucket at its middle', () => {
    const columns = candleColumns([candle('2024-08-08T23:55:00Z'), candle('2024-08-08T23:55:15Z', '99.9')], 15_000);
    expect(columns.x).toEqual([Date.parse('2024-08-08T23:55:07.5Z') / 1000, Date.parse('2024-08-08T23:55:22.5Z') / 1000]);
    expect(columns.close).toEqual([100.5, 99.9]);
    expect(columns.buy).toEqual([1.5, 1.5]);
  });

  it('shows missing buckets as gaps', () => {
    const columns = candleColumns([candle('2024-08-08T23:55:00Z'), candle('2024-08-08T23:55:45Z')], 15_000);
    expect(columns.close).toEqual([100.5, null, null, 100.5]);
    expect(columns.candles.map((c) => c === null)).toEqual([false, true, true, false]);
    expect(emptyRuns(columns.x, columns.close, 15)).toEqual([{ min: Date.parse('2024-08-08T23:55:15Z') / 1000, max: Date.parse('2024-08-08T23:55:45Z') / 1000 }]);
  });

  it('does not fill a hole of days with rows', () => {
    expect(candleColumns([candle('2024-08-01T00:00:00Z'), candle('2024-08-08T00:00:00Z')], 15_000).x).toHaveLength(3);
  });

  it('leaves out a row whose time cannot be read', () => {
    expect(candleColumns([candle('yesterday'), candle('2024-08-08T23:55:00Z')], 15_000).x).toHaveLength(1);
  });
});

describe('indicators to columns', () => {
  it('draws uncovered windows apart from covered ones', () => {
    const columns = indicatorColumns([row('2024-08-08T23:55:00Z', 0), row('2024-08-08T23:55:15Z', 1)]);
    expect(columns.cvd).toEqual([null, 1.5]);
    expect(columns.cvdUncovered).toEqual([1.5, null]);
    expect(columns.atr).toEqual([null, null]);
  });

  it('breaks the line where rows are missing', () => {
    const columns = indicatorColumns([row('2024-08-08T23:55:00Z', 1), row('2024-08-08T23:56:00Z', 1)]);
    expect(columns.vwap).toEqual([100, null, 100]);
  });
});

it('turns the tape oldest first', () => {
  const trade = (at: string, price: string): TapeTrade => ({ agg_id: 1, at, price, qty: '1', side: 'BUY' });
  expect(tapeColumns([trade('2024-08-08T23:55:01Z', '2'), trade('2024-08-08T23:55:00Z', '1')]).price).toEqual([1, 2]);
});
