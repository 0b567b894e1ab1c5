import type { RoundTrip } from '../../api/trading-types';
import { span } from '../../format/time';
import { Table, type Column } from '../../ui/Table';
import { quantile } from './stats';

interface Latency {
  readonly name: string;
  readonly values: readonly number[];
}

const COLUMNS: readonly Column<Latency>[] = [
  { head: 'Latency', cell: (latency) => latency.name },
  { head: 'p50', cell: ({ values }) => <span class="num">{span(quantile(values, 0.5))}</span>, number: true },
  { head: 'p95', cell: ({ values }) => <span class="num">{span(quantile(values, 0.95))}</span>, number: true },
  { head: 'max', cell: ({ values }) => <span class="num">{span(quantile(values, 1))}</span>, number: true },
];

/** How fast the desk was, from signal to order to fill to the acknowledged stop. */
export function Latencies({ trades }: { trades: readonly RoundTrip[] }) {
  const known = (pick: (trade: RoundTrip) => number | null) => trades.map(pick).filter((ms): ms is number => ms !== null);
  const rows: Latency[] = [
    { name: 'signal to order', values: known((trade) => trade.signal_to_order_ms) },
    { name: 'order to fill', values: known((trade) => trade.order_to_fill_ms) },
    { name: 'fill to stop', values: known((trade) => trade.protection_gap_ms) },
  ];
  return (
    <section>
      <h3>Latency, {rows[0]?.values.length ?? 0} trades</h3>
      <Table caption="Latencies" columns={COLUMNS} rows={rows} keyOf={(row) => row.name} />
    </section>
  );
}
