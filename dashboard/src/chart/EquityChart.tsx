import { useMemo } from 'preact/hooks';
import type { Pnl } from '../api/trading-types';
import { say } from '../format/figure';
import { toMs } from '../format/time';
import { prefs } from '../state/prefs';
import { useStore } from '../state/store';
import { timeAxis, tzDate, valueAxis } from './axes';
import { fade, usePalette } from './palette';
import { Plot, type PlotOptions } from './Plot';

/** Equity over time with what was paid in as a dashed line: what is above it is profit. */
export function EquityChart({ pnl, height }: { pnl: Pnl; height: number }) {
  const palette = usePalette();
  const { zone } = useStore(prefs);
  const data = useMemo(() => equityColumns(pnl), [pnl]);
  const options = useMemo<PlotOptions>(
    () => ({
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      padding: [8, 0, 0, 4],
      tzDate: tzDate(zone),
      scales: { y: { range: (_, min, max) => airy(min, max) } },
      axes: [timeAxis(palette, zone), valueAxis(palette, { kind: 'money' })],
      series: [
        {},
        { stroke: palette.brass, width: 1.75, fill: fade(palette.brass, 0.09), points: { show: false } },
        { stroke: palette.faint, width: 1, dash: [4, 4], points: { show: false } },
      ],
    }),
    [palette, zone],
  );
  if (data[0].length < 2) return <p class="empty small">The curve begins with the second reading.</p>;
  const label = `Equity from ${say('money', data[1][0])} to ${say('money', data[1].at(-1), pnl.currency)}`;
  return <Plot options={options} data={data} height={height} label={label} />;
}

/** A flat line gets a narrow scale around it, not one that reaches down to zero. */
function airy(min: number, max: number): [number, number] {
  const air = Math.max((max - min) * 0.08, Math.abs(max) * 1e-4, 0.01);
  return [min - air, max + air];
}

export function equityColumns({ equity_curve }: Pnl): [number[], number[], number[]] {
  const points = equity_curve
    .map(({ at, equity, paid_in }) => ({ s: (toMs(at) ?? Number.NaN) / 1000, equity: Number(equity), paidIn: Number(paid_in) }))
    .filter(({ s, equity, paidIn }) => [s, equity, paidIn].every(Number.isFinite))
    .sort((a, b) => a.s - b.s);
  return [points.map((p) => p.s), points.map((p) => p.equity), points.map((p) => p.paidIn)];
}
