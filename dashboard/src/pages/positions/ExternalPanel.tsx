import { queries } from '../../api/queries';
import type { ExternalOrder } from '../../api/trading-types';
import { useReading } from '../../api/use-reading';
import { pairOf } from '../../format/symbol';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const COLUMNS: readonly Column<ExternalOrder>[] = [
  { head: 'Seen', cell: (order) => <Time at={order.first_seen_at} /> },
  { head: 'Symbol', cell: (order) => order.symbol },
  { head: 'Kind', cell: (order) => <Chip tone={order.kind === 'external' ? 'warn' : 'bad'}>{order.kind.toUpperCase()}</Chip> },
  { head: 'Status', cell: (order) => order.status },
  { head: 'Filled', cell: (order) => <Num kind="qty" value={order.filled_qty} unit={pairOf(order.symbol).base} />, number: true },
  { head: 'Venue id', cell: (order) => <span class="num">{order.venue_order_id}</span>, wide: true },
  { head: 'Client id', cell: (order) => <span class="num">{order.client_order_id}</span>, wide: true },
];

/** Orders that somebody else placed with the account. There only when there are any. */
export function ExternalPanel() {
  const orders = useReading(queries.externalOrders());
  if ((orders.data?.items ?? []).length === 0) return null;
  return (
    <Panel title="Not the desk's" reading={orders} class="span-12">
      {(page) => (
        <>
          <Table caption="Orders that are not the desk's" columns={COLUMNS} rows={page.items} keyOf={(order) => `${order.symbol} ${order.venue_order_id}`} />
          <p class="note">
            One of them closed a trade of the desk? <code>./sextant adopt SYMBOL VENUE-ID --by NAME --reason WHY</code> books it, from the exchange's own executions.
          </p>
        </>
      )}
    </Panel>
  );
}
