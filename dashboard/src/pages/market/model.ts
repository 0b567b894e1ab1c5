import type { Candle, Indicator, TapeTrade } from '../../api/types';
import type { RoundTrip } from '../../api/trading-types';
import { candleColumns, indicatorColumns, tapeColumns, type CandleColumns, type IndicatorColumns } from '../../chart/columns';
import { emptyRuns } from '../../chart/gaps';
import type { Span } from '../../chart/viewport';

/** Everything the panes draw, as columns. */
export interface MarketModel {
  readonly candles: CandleColumns;
  readonly indicators: IndicatorColumns;
  readonly tape: ReturnType<typeof tapeColumns>;
  readonly trades: readonly RoundTrip[];
  readonly gaps: readonly Span[];
  /** From the first to the last instant of what is drawn; null while there is nothing. */
  readonly edge: Span | null;
}

interface Parts {
  candles: readonly Candle[];
  indicators: readonly Indicator[];
  tape: readonly TapeTrade[] | null;
  trades: readonly RoundTrip[];
  stepMs: number;
}

export function marketModel({ candles, indicators, tape, trades, stepMs }: Parts): MarketModel {
  const columns = candleColumns(candles, stepMs);
  const single = tapeColumns(tape ?? []);
  const half = stepMs / 2000;
  const [first, last] = tape === null ? [columns.x[0], columns.x.at(-1)] : [single.x[0], single.x.at(-1)];
  return {
    candles: columns,
    indicators: indicatorColumns(indicators),
    tape: single,
    trades,
    gaps: emptyRuns(columns.x, columns.close, stepMs / 1000),
    edge: first === undefined || last === undefined ? null : edgeOf(first, last, tape === null ? half : 0),
  };
}

const edgeOf = (first: number, last: number, half: number): Span => ({ min: first - half, max: Math.max(last + half, first + 1) });
