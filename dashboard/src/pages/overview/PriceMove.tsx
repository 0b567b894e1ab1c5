import { useMemo } from 'preact/hooks';
import type { Candle } from '../../api/types';
import { candleColumns } from '../../chart/columns';
import { fade, usePalette } from '../../chart/palette';
import { Plot, type PlotOptions } from '../../chart/Plot';
import { Num } from '../../ui/Num';
import { Time } from '../../ui/Time';

const STEP_MS = 15_000;

/** A line of the last buckets and how far the price has come since the first of them. */
export function PriceMove({ candles, symbol, price }: { candles: readonly Candle[]; symbol: string; price: string | null }) {
  const palette = usePalette();
  const data = useMemo(() => {
    const { x, close } = candleColumns(candles, STEP_MS);
    return [x, close] as [number[], (number | null)[]];
  }, [candles]);
  const first = candles[0];
  const up = first === undefined || price === null || Number(price) >= Number(first.open);
  const options = useMemo<PlotOptions>(() => {
    const colour = up ? palette.up : palette.down;
    return {
      legend: { show: false },
      cursor: { show: false },
      padding: [4, 0, 4, 0],
      axes: [{ show: false }, { show: false }],
      series: [{}, { stroke: colour, width: 1.5, fill: fade(colour, 0.1), points: { show: false } }],
    };
  }, [palette, up]);
  if (first === undefined || price === null) return null;
  const percent = (Number(price) / Number(first.open) - 1) * 100;
  return (
    <>
      <p class="price-move">
        <span class={up ? 'up' : 'down'} aria-hidden="true">
          {up ? '▲' : '▼'}
        </span>{' '}
        <Num kind="change" value={percent} />{' '}
        <span class="note">
          since <Time at={first.start_at} detail="minute" />
        </span>
      </p>
      <Plot options={options} data={data} height={84} label={`Price of ${symbol} over the last ${candles.length} buckets of 15 s`} />
    </>
  );
}
