import type { Page, Position, Rate } from '../api/types';
import { say } from '../format/figure';
import { sum } from '../format/decimal';
import { pairOf } from '../format/symbol';

/** "+12.34 USDT · BTCUSDT 61,807.8 · Sextant": the open PnL leads, so that a tab shows it. */
export function titleOf(positions: Page<Position> | null, rates: Page<Rate> | null, mode: string | null): string {
  const rate = rates?.items[0];
  const parts = [openPnl(positions), rate === undefined ? '' : `${rate.symbol} ${say('price', rate.price)}`];
  return [...parts.filter((part) => part !== ''), mode === null ? 'Sextant' : `Sextant ${mode.toUpperCase()}`].join(' · ');
}

function openPnl(positions: Page<Position> | null): string {
  if (positions === null) return '';
  const open = positions.items.filter((position) => position.direction !== 'FLAT');
  const first = open[0];
  if (first === undefined) return 'flat';
  return say('pnl', sum(open.map((position) => position.unrealised_pnl)), pairOf(first.symbol).quote);
}
