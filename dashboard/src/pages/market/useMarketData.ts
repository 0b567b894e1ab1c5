import { useMemo } from 'preact/hooks';
import { queries } from '../../api/queries';
import type { Reading } from '../../api/reading';
import { useSeries } from '../../api/series';
import type { Candle, Indicator } from '../../api/types';
import { useReading } from '../../api/use-reading';
import { marketModel, type MarketModel } from './model';
import { candleOf, stepMsOf, type Interval } from './ranges';

const TAPE_LENGTH = 500;
const TRADES_READ = 200;
const startOf = (candle: Candle) => candle.start_at;
const instantOf = (indicator: Indicator) => indicator.at;

/** Candles, indicators, tape and the desk's own trades of one symbol, kept fresh. */
export function useMarketData(symbol: string, interval: Interval): { model: MarketModel; reading: Reading<unknown>; loadOlder: () => void } {
  const step = stepMsOf(interval);
  const width = candleOf(interval);
  const candles = useSeries((params) => queries.candles(symbol, { interval: width, ...params }), `${symbol} ${width}`, startOf, step);
  const indicators = useSeries((params) => queries.indicators(symbol, params), symbol, instantOf, 15_000);
  const tape = useReading(queries.tape(symbol, interval === 'trades' ? TAPE_LENGTH : 40));
  const trades = useReading(queries.trades({ limit: TRADES_READ }));
  const model = useMemo(
    () =>
      marketModel({
        candles: candles.items,
        indicators: indicators.items,
        tape: interval === 'trades' ? (tape.data?.items ?? []) : null,
        trades: (trades.data?.items ?? []).filter((trade) => trade.symbol === symbol),
        stepMs: step,
      }),
    [candles.items, indicators.items, tape.data, trades.data, symbol, interval],
  );
  const loadOlder = () => {
    candles.loadOlder();
    indicators.loadOlder();
  };
  return { model, reading: interval === 'trades' ? tape : candles.reading, loadOlder };
}
