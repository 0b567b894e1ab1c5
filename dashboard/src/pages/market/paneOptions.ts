import uPlot from 'uplot';
import { timeAxis, tzDate, valueAxis } from '../../chart/axes';
import { candleLayer } from '../../chart/candles';
import { tellCrosshair, type Crosshair } from '../../chart/crosshair';
import { dotLayer } from '../../chart/dots';
import { gapLayer } from '../../chart/gaps';
import { follow, gestures } from '../../chart/gestures';
import { lineLayer } from '../../chart/lines';
import { tradeLayer } from '../../chart/markers';
import { fade, type Palette } from '../../chart/palette';
import type { PlotOptions } from '../../chart/Plot';
import type { Viewport } from '../../chart/viewport';
import type { Zone } from '../../format/time';
import type { MarketModel } from './model';
import { priceRange } from './priceRange';
import { stepMsOf, type Interval } from './ranges';

interface Setting {
  live: { current: MarketModel };
  viewport: Viewport;
  crosshair: Crosshair;
  palette: Palette;
  zone: Zone;
  interval: Interval;
  chosen: string | null;
  reset: () => void;
}

/** Drawn by a layer; the series is there for the scale and the crosshair. */
const UNSEEN: uPlot.Series = { paths: () => null, points: { show: false } };

function base({ viewport, crosshair, palette, zone, live, reset }: Setting, bottom = false): PlotOptions {
  return {
    legend: { show: false },
    padding: [10, 0, bottom ? 0 : 6, 8],
    tzDate: tzDate(zone),
    cursor: { drag: { x: false, y: false }, points: { show: false }, sync: { key: 'market', scales: ['x', null] } },
    axes: [timeAxis(palette, zone, bottom)],
    plugins: [follow(viewport), gestures(viewport, reset), tellCrosshair(crosshair), gapLayer(() => live.current.gaps, palette)],
    series: [{}],
  };
}

export function pricePane(setting: Setting): PlotOptions {
  const { live, palette, interval, chosen } = setting;
  const options = base(setting);
  const trades = () => ({ items: live.current.trades, chosen, lastS: live.current.edge?.max ?? 0 });
  const single = interval === 'trades';
  const line: uPlot.Series = { stroke: fade(palette.ink, 0.5), width: 1, points: { show: false } };
  return {
    ...options,
    scales: { y: { range: (_, min, max) => priceRange(min, max, trades()) } },
    axes: [...(options.axes ?? []), valueAxis(palette, { kind: 'price', size: 72 })],
    series: [{}, UNSEEN, UNSEEN, single ? line : UNSEEN],
    plugins: [
      ...(options.plugins ?? []),
      single ? dotLayer(() => live.current.tape, palette) : candleLayer(() => live.current.candles, stepMsOf(interval) / 1000, palette),
      lineLayer(() => ({ x: live.current.indicators.x, y: live.current.indicators.vwap }), palette.blue),
      tradeLayer(trades, palette),
    ],
  };
}

export function cvdPane(setting: Setting): PlotOptions {
  const { palette } = setting;
  const options = base(setting);
  return {
    ...options,
    axes: [...(options.axes ?? []), valueAxis(palette, { kind: 'indicator', size: 72, space: 26 })],
    series: [
      {},
      { stroke: palette.violet, width: 1.5, fill: fade(palette.violet, 0.1), points: { show: false } },
      { stroke: fade(palette.violet, 0.7), width: 1.25, dash: [2, 3], points: { show: false } },
    ],
  };
}

export function volumePane(setting: Setting): PlotOptions {
  const { palette } = setting;
  const options = base(setting);
  const bars = uPlot.paths.bars?.({ size: [0.66, 26] });
  const series = (colour: string): uPlot.Series => ({
    stroke: colour,
    fill: fade(colour, 0.55),
    width: 0,
    points: { show: false },
    ...(bars === undefined ? {} : { paths: bars }),
  });
  const axis = valueAxis(palette, { kind: 'indicator', size: 72, space: 26 });
  const named = axis.values as (u: uPlot, splits: number[]) => string[];
  return {
    ...options,
    axes: [...(options.axes ?? []), { ...axis, values: (u, splits) => named(u, splits.map(Math.abs)) }],
    series: [{}, series(palette.up), series(palette.down)],
  };
}

export function atrPane(setting: Setting): PlotOptions {
  const { palette } = setting;
  const options = base(setting, true);
  const steps = uPlot.paths.stepped?.({ align: 1 });
  return {
    ...options,
    axes: [...(options.axes ?? []), valueAxis(palette, { kind: 'indicator', size: 72, space: 26 })],
    series: [{}, { stroke: palette.brass, width: 1.5, points: { show: false }, ...(steps === undefined ? {} : { paths: steps }) }],
  };
}
