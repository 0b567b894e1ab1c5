import type { Position } from '../../api/types';

export interface RailStop {
  readonly name: 'SL' | 'Entry' | 'Now' | 'TP1' | 'TP2';
  readonly price: string;
  /** 0–100, from the lowest price to the highest; for a SHORT the other way round, so that right is always better. */
  readonly percent: number;
}

/** Where stop, entry, mark and targets lie relative to each other. Prices that are not known are left out. */
export function rail(position: Position): RailStop[] {
  const [tp1, tp2] = position.take_profit_prices ?? [];
  const named: [RailStop['name'], string | null | undefined][] = [
    ['SL', position.stop_price],
    ['Entry', position.entry_price],
    ['TP1', tp1],
    ['TP2', tp2],
    ['Now', position.mark_price],
  ];
  const known = named.filter((entry): entry is [RailStop['name'], string] => Number.isFinite(Number(entry[1] ?? Number.NaN)));
  const prices = known.map(([, price]) => Number(price));
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  if (!(high > low)) return [];
  return known.map(([name, price]) => {
    const share = ((Number(price) - low) / (high - low)) * 100;
    return { name, price, percent: position.direction === 'SHORT' ? 100 - share : share };
  });
}
