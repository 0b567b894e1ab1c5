import type { Fill } from '../../api/trading-types';
import { Num } from '../../ui/Num';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

export function Fills({ fills, base, quote }: { fills: readonly Fill[]; base: string; quote: string }) {
  if (fills.length === 0) return <p class="empty small">No fill.</p>;
  const columns: readonly Column<Fill>[] = [
    { head: 'At', cell: (fill) => <Time at={fill.at} detail="millis" /> },
    { head: 'Price', unit: quote, cell: (fill) => <Num kind="price" value={fill.price} bare />, number: true },
    { head: 'Size', unit: base, cell: (fill) => <Num kind="qty" value={fill.qty} bare />, number: true },
    { head: 'Fee', cell: (fill) => <Num kind="money" value={fill.fee} unit={fill.fee_asset} />, number: true },
    { head: 'As', cell: (fill) => (fill.maker ? 'maker' : 'taker') },
  ];
  return <Table caption="Fills" columns={columns} rows={fills} keyOf={(fill) => fill.venue_trade_id} />;
}
