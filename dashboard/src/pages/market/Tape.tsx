import { queries } from '../../api/queries';
import type { TapeTrade } from '../../api/types';
import { useReading } from '../../api/use-reading';
import { pairOf } from '../../format/symbol';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const LENGTH = 40;

/** The latest trades of the market, newest first; the side is the taker's. */
export function Tape({ symbol }: { symbol: string }) {
  const tape = useReading(queries.tape(symbol, LENGTH));
  const { base, quote } = pairOf(symbol);
  const columns: readonly Column<TapeTrade>[] = [
    { head: 'Time', cell: (trade) => <Time at={trade.at} detail="millis" /> },
    { head: 'Taker', cell: (trade) => <Side side={trade.side} /> },
    { head: 'Price', unit: quote, cell: (trade) => <Num kind="price" value={trade.price} bare />, number: true },
    { head: 'Size', unit: base, cell: (trade) => <Num kind="qty" value={trade.qty} bare />, number: true },
  ];
  return (
    <Panel title="Tape" reading={tape} class="tape" empty={(page) => (page.items.length === 0 ? 'No trade yet.' : null)}>
      {(page) => (
        <Table caption={`Latest trades of ${symbol}`} columns={columns} rows={page.items} keyOf={(trade) => String(trade.agg_id)} />
      )}
    </Panel>
  );
}
