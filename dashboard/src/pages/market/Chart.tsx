import { useEffect, useMemo, useRef } from 'preact/hooks';
import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { createCrosshair } from '../../chart/crosshair';
import { usePalette } from '../../chart/palette';
import { preset, Viewport } from '../../chart/viewport';
import { useParam } from '../../state/location';
import { prefs } from '../../state/prefs';
import { useStore } from '../../state/store';
import { Panel } from '../../ui/Panel';
import type { MarketModel } from './model';
import { Panes } from './Panes';
import { rangeSeconds, stepMsOf, type Interval, type Range } from './ranges';
import { Toolbar } from './Toolbar';
import { useMarketData } from './useMarketData';
import { tradeSpan } from './tradeSpan';

/** The chart of one symbol: price, CVD, volume and ATR over one shared stretch of time. */
export function Chart({ symbol, range, interval }: { symbol: string; range: Range; interval: Interval }) {
  const [chosen, choose] = useParam('trade');
  const { model, reading, loadOlder } = useMarketData(symbol, interval);
  const health = useReading(queries.health());
  const viewport = useMemo(() => new Viewport(), [interval, range]);
  const crosshair = useMemo(createCrosshair, []);
  const palette = usePalette();
  const { zone } = useStore(prefs);
  const live = useRef<MarketModel>(model);
  live.current = model;

  const reset = () => {
    if (chosen !== '') choose('');
    if (live.current.edge !== null) viewport.show(preset(live.current.edge, rangeSeconds(range)), 'preset');
  };
  useEffect(() => {
    if (model.edge !== null) viewport.dataReaches(model.edge, preset(model.edge, rangeSeconds(range)));
  }, [model.edge?.min, model.edge?.max, viewport]);
  const trade = model.trades.find((candidate) => candidate.trade_id === chosen);
  useEffect(() => {
    if (trade !== undefined && model.edge !== null) viewport.show(tradeSpan(trade, model.edge), 'free');
  }, [trade?.trade_id, model.edge === null, viewport]);
  useEffect(() => {
    const ask = () => {
      const first = live.current.candles.x[0];
      const step = stepMsOf(interval) / 1000;
      if (interval !== 'trades' && first !== undefined && viewport.span.min < first - step) loadOlder();
    };
    ask();
    return viewport.subscribe(ask);
  });

  return (
    <Panel title={symbol} reading={reading} class="chart-panel" empty={() => (model.edge === null ? 'No trades yet: the first bucket of 15 s is still open.' : null)}>
      {() => (
        <>
          <Toolbar symbol={symbol} interval={interval} range={range} viewport={viewport} reset={reset} />
          <Panes {...{ symbol, model, live, viewport, crosshair, palette, zone, interval, reset }} chosen={chosen === '' ? null : chosen} synthetic={health.data?.synthetic_inputs ?? []} />
        </>
      )}
    </Panel>
  );
}
