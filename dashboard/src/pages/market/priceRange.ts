import type { RoundTrip } from '../../api/trading-types';

interface Trades {
  items: readonly RoundTrip[];
  chosen: string | null;
}

/** Price levels further off than this many heights of the chart would flatten the candles. */
const FARTHEST = 1.5;

/** The visible prices with some air, widened to the stop and targets of the open or chosen trade where they are near. */
export function priceRange(min: number | null, max: number | null, trades: Trades): [number, number] {
  if (min == null || max == null) return [0, 1];
  const height = Math.max(max - min, Math.abs(max) * 1e-5);
  const near = levels(trades).filter((price) => price > min - FARTHEST * height && price < max + FARTHEST * height);
  const [low, high] = [Math.min(min, ...near), Math.max(max, ...near)];
  const air = Math.max(high - low, height) * 0.07;
  return [low - air, high + air];
}

function levels({ items, chosen }: Trades): number[] {
  return items
    .filter((trade) => trade.trade_id === chosen || trade.closed_at === null)
    .flatMap((trade) => [trade.sl_price, trade.tp1_price, trade.tp2_price])
    .filter((price): price is string => price !== null)
    .map(Number);
}
