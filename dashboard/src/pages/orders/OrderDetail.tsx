import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import type { Order } from '../../api/trading-types';
import { pairOf } from '../../format/symbol';
import { usePlace } from '../../state/location';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { CloseLink } from '../../ui/Split';
import { Time } from '../../ui/Time';
import { Fills } from './Fills';
import { purposeInWords, stateInfo } from './states';
import { Trail } from './Trail';

/** One order: what it is, what became of it, step by step. */
export function OrderDetail({ id }: { id: string }) {
  const reading = useReading(queries.order(id));
  const { search } = usePlace();
  return (
    <Panel title="Order" reading={reading} aside={<CloseLink href={`/orders${search}`} />}>
      {(order) => <Life order={order} />}
    </Panel>
  );
}

function Life({ order }: { order: Order }) {
  const { tone, words } = stateInfo(order.state);
  const { base, quote } = pairOf(order.symbol);
  return (
    <article class="order">
      <p class="verdict">
        <Chip tone={tone}>{order.public_state}</Chip>
        <span>
          {words}
          {order.detail !== null && <span class="note"> · {order.detail}</span>}
        </span>
      </p>
      {order.reason !== null && <p class="reason">Reason: {order.reason}</p>}
      <Facts
        class="two"
        facts={[
          { name: 'Order', value: <>{purposeInWords(order.purpose)} · <Side side={order.side} /></> },
          { name: 'Type', value: order.type.replaceAll('_', ' ').toLowerCase() + (order.reduce_only ? ', reduce-only' : '') },
          { name: 'Size', value: <Num kind="qty" value={order.qty} unit={base} /> },
          { name: 'Filled', value: <Num kind="qty" value={order.filled_qty} unit={base} /> },
          { name: 'Trigger', value: <Num kind="price" value={order.trigger_price} unit={quote} /> },
          { name: 'Average', value: <Num kind="price" value={order.average_price} unit={quote} /> },
          { name: 'Market', value: `${order.symbol} · ${order.venue}` },
          { name: 'Account', value: order.account },
          { name: 'Strategy', value: order.strategy ?? '–' },
          { name: 'State', value: <code>{order.state}</code> },
          { name: 'Created', value: <Time at={order.created_at} detail="full" /> },
          { name: 'Updated', value: <Time at={order.updated_at} detail="full" /> },
          { name: 'Intent', value: <CopyId id={order.intent_id} label="intent id" /> },
          { name: 'Client order', value: <CopyId id={order.client_order_id} label="client order id" /> },
          { name: 'Venue order', value: <CopyId id={order.venue_order_id} label="venue order id" /> },
        ]}
      />
      <p class="links">
        {order.decision_id !== null && <a href={hrefs.decision(order.decision_id)}>Why: the decision</a>}
        {order.trade_id !== null && <a href={hrefs.marketAt(order.symbol, order.trade_id)}>The trade on the chart</a>}
      </p>
      <h3>Life of the order</h3>
      <Trail steps={order.trail ?? []} />
      <h3>Fills</h3>
      <Fills fills={order.fills ?? []} base={base} quote={quote} />
    </article>
  );
}
