import type { Paged } from '../../api/paged';
import type { Order } from '../../api/trading-types';
import { pairOf } from '../../format/symbol';
import { useParam, usePlace } from '../../state/location';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Filter, matches } from '../../ui/Filter';
import { More } from '../../ui/More';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';
import { purposeInWords, stateInfo, STATES } from './states';

const COLUMNS: readonly Column<Order>[] = [
  { head: 'Created', cell: (o) => <Time at={o.created_at} /> },
  { head: 'Purpose', cell: (o) => purposeInWords(o.purpose) },
  { head: 'Side', cell: (o) => <Side side={o.side} /> },
  { head: 'Symbol', cell: (o) => o.symbol, wide: true },
  { head: 'Type', cell: (o) => o.type.replaceAll('_', ' ').toLowerCase(), wide: true },
  { head: 'Size', cell: (o) => <Num kind="qty" value={o.qty} unit={pairOf(o.symbol).base} />, number: true, wide: true },
  { head: 'State', cell: (o) => <Chip tone={stateInfo(o.state).tone} title={stateInfo(o.state).words}>{o.public_state}</Chip> },
  { head: 'Filled', cell: (o) => <Num kind="qty" value={o.filled_qty} bare />, number: true, wide: true },
  { head: 'Average', cell: (o) => <Num kind="price" value={o.average_price ?? o.trigger_price} bare class={o.average_price === null ? 'faint' : ''} />, number: true },
];

export function OrderList({ list, current }: { list: Paged<Order>; current: string | null }) {
  const [filter] = useParam('q');
  const { search } = usePlace();
  const rows = list.items.filter((o) =>
    matches(filter, o.symbol, o.strategy, o.purpose, o.side, o.state, o.public_state, o.intent_id, o.client_order_id),
  );
  return (
    <Panel title="Orders" reading={list.reading} tools={<Filters />} empty={() => nothing(list, rows, filter)}>
      {() => (
        <>
          <Table caption="Orders, newest first" columns={COLUMNS} rows={rows} keyOf={(o) => o.intent_id} href={(o) => hrefs.order(o.intent_id) + search} current={current} />
          <p class="note">A grey average is the trigger price of an order that has not been filled.</p>
          <More list={list} what="order" />
        </>
      )}
    </Panel>
  );
}

function Filters() {
  const [state, setState] = useParam('state');
  return (
    <div class="filters">
      <select aria-label="State" value={state} onChange={(event) => setState(event.currentTarget.value)}>
        <option value="">All states</option>
        {Object.keys(STATES).filter((name) => name !== 'SUBMITTED' && name !== 'CANCELING').map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ').toLowerCase()}
          </option>
        ))}
      </select>
      <Filter what="orders" />
    </div>
  );
}

function nothing(list: Paged<Order>, rows: readonly Order[], filter: string) {
  if (rows.length > 0) return null;
  if (list.items.length > 0) return `None of the ${list.items.length} loaded orders matches “${filter}”.`;
  return 'No order yet. A decision that fires becomes one, if the risk check approves it.';
}
