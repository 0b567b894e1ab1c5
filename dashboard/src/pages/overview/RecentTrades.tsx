import type { Reading } from '../../api/reading';
import type { Page } from '../../api/types';
import type { RoundTrip } from '../../api/trading-types';
import { hrefs } from '../../state/routes';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const SHOWN = 6;

const COLUMNS: readonly Column<RoundTrip>[] = [
  { head: 'Opened', cell: (trade) => <Time at={trade.opened_at} /> },
  { head: 'Strategy', cell: (trade) => trade.strategy, wide: true },
  { head: 'Side', cell: (trade) => <Side side={trade.direction} /> },
  { head: 'Entry', cell: (trade) => <Num kind="price" value={trade.entry_price} />, number: true, wide: true },
  { head: 'Exit', cell: (trade) => (trade.closed_at === null ? 'open' : (trade.exit_reason ?? trade.status)) },
  { head: 'R', cell: (trade) => <Num kind="r" value={trade.pnl_r} bare />, number: true },
  { head: 'PnL', cell: (trade) => <Num kind="pnl" value={trade.pnl} />, number: true },
];

export function RecentTrades({ trades }: { trades: Reading<Page<RoundTrip>> }) {
  return (
    <Panel
      title="Latest trades"
      reading={trades}
      class="span-7"
      aside={<a href="/positions">all trades</a>}
      empty={(page) => (page.items.length === 0 ? 'No trade yet. Each one appears here when its entry is filled.' : null)}
    >
      {(page) => (
        <Table
          caption="Latest trades"
          columns={COLUMNS}
          rows={page.items.slice(0, SHOWN)}
          keyOf={(trade) => trade.trade_id}
          href={(trade) => hrefs.marketAt(trade.symbol, trade.trade_id)}
        />
      )}
    </Panel>
  );
}
