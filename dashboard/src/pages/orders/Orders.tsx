import { usePaged } from '../../api/paged';
import { queries } from '../../api/queries';
import type { Order } from '../../api/trading-types';
import { useParam } from '../../state/location';
import { Split } from '../../ui/Split';
import { OrderDetail } from './OrderDetail';
import { OrderList } from './OrderList';

const PAGE = 100;
const idOf = (order: Order) => order.intent_id;

/** Every order intent, sent or not, and each one's life. */
export function Orders({ id }: { id: string | null }) {
  const [state] = useParam('state');
  const list = usePaged((cursor) => queries.orders({ state, limit: PAGE, cursor }), idOf);
  return <Split openId={id} list={<OrderList list={list} current={id} />} detail={id === null ? null : <OrderDetail key={id} id={id} />} />;
}
