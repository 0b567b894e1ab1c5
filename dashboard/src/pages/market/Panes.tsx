import { useMemo } from 'preact/hooks';
import type uPlot from 'uplot';
import type { Crosshair } from '../../chart/crosshair';
import type { Palette } from '../../chart/palette';
import { Plot } from '../../chart/Plot';
import type { Viewport } from '../../chart/viewport';
import type { Zone } from '../../format/time';
import { pairOf } from '../../format/symbol';
import type { MarketModel } from './model';
import { atrPane, cvdPane, pricePane, volumePane } from './paneOptions';
import { AtrReadout, CvdReadout, PriceReadout, VolumeReadout } from './Readouts';
import type { Interval } from './ranges';

interface Props {
  symbol: string;
  model: MarketModel;
  /** The same model, always the newest: layers read it when they draw. */
  live: { current: MarketModel };
  viewport: Viewport;
  crosshair: Crosshair;
  palette: Palette;
  zone: Zone;
  interval: Interval;
  chosen: string | null;
  synthetic: readonly string[];
  reset: () => void;
}

/** The four panes, one above the other. */
export function Panes({ symbol, model, live, viewport, crosshair, palette, zone, interval, chosen, reset }: Props) {
  const setting = { live, viewport, crosshair, palette, zone, interval, chosen, reset };
  const look = [viewport, palette, zone, interval, chosen];
  const price = useMemo(() => pricePane(setting), look);
  const cvd = useMemo(() => cvdPane(setting), look);
  const volume = useMemo(() => volumePane(setting), look);
  const atr = useMemo(() => atrPane(setting), look);
  const { base } = pairOf(symbol);
  const { candles: c, indicators: i, tape } = model;
  const data = useMemo(
    () => ({
      price: interval === 'trades' ? [tape.x, tape.price, tape.price, tape.price] : [c.x, c.low, c.high, c.close],
      cvd: [i.x, i.cvd, i.cvdUncovered],
      volume: [c.x, c.buy, c.sell.map((value) => (value === null ? null : -value))],
      atr: [i.x, i.atr],
    }),
    [model],
  ) as Record<'price' | 'cvd' | 'volume' | 'atr', uPlot.AlignedData>;
  const shared = { model, crosshair, base };
  return (
    <div class="panes">
      <div class="pane">
        <PriceReadout {...shared} interval={interval} />
        <Plot options={price} data={data.price} height={296} label={`Price of ${symbol} with VWAP and the desk's entries and exits`} />
      </div>
      <div class="pane">
        <CvdReadout {...shared} />
        <Plot options={cvd} data={data.cvd} height={84} label="Cumulative volume delta over 30 minutes" />
      </div>
      <div class="pane">
        <VolumeReadout {...shared} />
        <Plot options={volume} data={data.volume} height={84} label="Volume bought above and sold below the line" />
      </div>
      <div class="pane">
        <AtrReadout {...shared} />
        <Plot options={atr} data={data.atr} height={100} label="Average true range of 5-minute candles" />
      </div>
    </div>
  );
}
