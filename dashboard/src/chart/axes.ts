import type uPlot from 'uplot';
import { figure, type Kind } from '../format/figure';
import { stamp, type Zone } from '../format/time';
import type { Palette } from './palette';

const DAY_S = 86_400;

/** The time axis: "23:55:15", shorter where ticks are wider, with the date under the first tick of a day. */
export function timeAxis(palette: Palette, zone: Zone, shown = true): uPlot.Axis {
  return {
    show: true,
    stroke: palette.faint,
    font: palette.font,
    grid: { stroke: palette.grid, width: 1 },
    ticks: { show: false },
    gap: 6,
    size: shown ? 34 : 0,
    space: 84,
    values: (_, splits, __, ___, increment) =>
      shown ? splits.map((at, index) => label(at, splits[index - 1], increment, zone)) : splits.map(() => ''),
  };
}

/** One tick's words. Times are seconds. */
export function label(at: number, before: number | undefined, increment: number, zone: Zone): string {
  const ms = at * 1000;
  if (increment >= DAY_S) return stamp(ms, zone, 'date').slice(5);
  const time = stamp(ms, zone, increment < 60 ? 'time' : 'minute');
  const date = stamp(ms, zone, 'date');
  const newDay = before !== undefined && date !== stamp(before * 1000, zone, 'date');
  return newDay ? `${time}\n${date.slice(5)}` : time;
}

interface ValueAxis {
  kind: Kind;
  scale?: string;
  size?: number;
  space?: number;
}

/** A value axis at the right, as traders read it. */
export function valueAxis(palette: Palette, { kind, scale = 'y', size = 66, space = 34 }: ValueAxis): uPlot.Axis {
  return {
    scale,
    side: 1,
    stroke: palette.faint,
    font: palette.font,
    grid: { stroke: palette.grid, width: 1 },
    ticks: { show: false },
    gap: 8,
    size,
    space,
    values: (_, splits) => splits.map((value) => tick(kind, value)),
  };
}

const tick = (kind: Kind, value: number | null): string => (value === null ? '' : figure(kind, round(value), '').text);
/** Cuts the noise that stepping by 0.1 leaves behind. */
const round = (value: number): number => Math.round(value * 1e8) / 1e8;

/** Keeps ticks where the reader's midnight is. */
export function tzDate(zone: Zone): (seconds: number) => Date {
  return (seconds) => {
    const date = new Date(seconds * 1000);
    // uPlot reads local fields only, so UTC is shown by shifting the instant by the zone's own offset.
    return zone === 'local' ? date : new Date(date.getTime() + date.getTimezoneOffset() * 60_000);
  };
}
