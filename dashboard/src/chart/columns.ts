import type { Candle, Indicator, TapeTrade } from '../api/types';
import { toMs } from '../format/time';

type Column = (number | null)[];

/** Candles as columns; a bucket that is missing is a row of nulls, so that a gap is drawn as a gap. */
export interface CandleColumns {
  /** The middle of each bucket in seconds, ascending. */
  readonly x: number[];
  readonly open: Column;
  readonly high: Column;
  readonly low: Column;
  readonly close: Column;
  readonly buy: Column;
  readonly sell: Column;
  readonly candles: (Candle | null)[];
}

/** A longer hole is one empty row: enough to break the line. */
const MOST_EMPTY_ROWS = 1_000;

export function candleColumns(candles: readonly Candle[], stepMs: number): CandleColumns {
  const rows = withGaps(candles, stepMs);
  const column = (pick: (candle: Candle) => string): Column =>
    rows.map(({ candle }) => (candle === null ? null : Number(pick(candle))));
  return {
    x: rows.map(({ startMs }) => (startMs + stepMs / 2) / 1000),
    open: column((c) => c.open),
    high: column((c) => c.high),
    low: column((c) => c.low),
    close: column((c) => c.close),
    buy: column((c) => c.buy_volume),
    sell: column((c) => c.sell_volume),
    candles: rows.map(({ candle }) => candle),
  };
}

interface Row {
  readonly startMs: number;
  readonly candle: Candle | null;
}

function withGaps(candles: readonly Candle[], stepMs: number): Row[] {
  const rows: Row[] = [];
  for (const candle of candles) {
    const startMs = toMs(candle.start_at);
    if (startMs === null) continue;
    const expected = (rows.at(-1)?.startMs ?? startMs - stepMs) + stepMs;
    const missing = Math.round((startMs - expected) / stepMs);
    const empty = missing > MOST_EMPTY_ROWS ? 1 : Math.max(0, missing);
    for (let i = 0; i < empty; i++) rows.push({ startMs: expected + i * stepMs, candle: null });
    rows.push({ startMs, candle });
  }
  return rows;
}

export interface IndicatorColumns {
  readonly x: number[];
  readonly cvd: Column;
  /** The CVD of rows whose 30-minute window is not covered yet: shown, but as what it is. */
  readonly cvdUncovered: Column;
  readonly vwap: Column;
  readonly atr: Column;
  readonly rows: (Indicator | null)[];
}

const INDICATOR_STEP_MS = 15_000;

export function indicatorColumns(indicators: readonly Indicator[]): IndicatorColumns {
  const rows: { atMs: number; row: Indicator | null }[] = [];
  for (const row of indicators) {
    const atMs = toMs(row.at);
    if (atMs === null) continue;
    const before = rows.at(-1)?.atMs;
    if (before !== undefined && atMs - before > 1.5 * INDICATOR_STEP_MS) {
      rows.push({ atMs: before + INDICATOR_STEP_MS, row: null });
    }
    rows.push({ atMs, row });
  }
  const column = (pick: (row: Indicator) => number | string | null): Column =>
    rows.map(({ row }) => (row === null ? null : numberOf(pick(row))));
  return {
    x: rows.map(({ atMs }) => atMs / 1000),
    cvd: column((row) => (row.covered >= 1 ? row.cvd_fast : null)),
    cvdUncovered: column((row) => (row.covered >= 1 ? null : row.cvd_fast)),
    vwap: column((row) => row.vwap_30m),
    atr: column((row) => row.atr_5m),
    rows: rows.map(({ row }) => row),
  };
}

/** The tape as a line, oldest first. */
export function tapeColumns(newestFirst: readonly TapeTrade[]): { x: number[]; price: number[]; trades: TapeTrade[] } {
  const trades = newestFirst.filter((trade) => toMs(trade.at) !== null).reverse();
  return { x: trades.map((t) => (toMs(t.at) ?? 0) / 1000), price: trades.map((t) => Number(t.price)), trades };
}

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));
