import type { Reading } from '../../api/reading';
import type { Page } from '../../api/types';
import type { RoundTrip } from '../../api/trading-types';
import { clockSpan, span, toMs } from '../../format/time';
import { useParam } from '../../state/location';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Filter, matches } from '../../ui/Filter';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const COLUMNS: readonly Column<RoundTrip>[] = [
  { head: 'Opened', cell: (t) => <Time at={t.opened_at} /> },
  { head: 'Held', cell: (t) => <span class="num">{held(t)}</span>, wide: true },
  { head: 'Strategy', cell: (t) => t.strategy, wide: true },
  { head: 'Side', cell: (t) => <><Side side={t.direction} /> <span class="faint roomy">{t.symbol}</span></> },
  { head: 'Entry', cell: (t) => <Num kind="price" value={t.entry_price} bare />, number: true, wide: true },
  { head: 'Exit', cell: (t) => <Num kind="price" value={t.exit_price} bare />, number: true, wide: true },
  { head: 'Why out', cell: (t) => <ExitReason trade={t} /> },
  { head: 'R', cell: (t) => <Num kind="r" value={t.pnl_r} bare />, number: true },
  { head: 'PnL', cell: (t) => <Num kind="pnl" value={t.pnl} bare />, number: true },
  { head: 'Fees', cell: (t) => <Num kind="money" value={t.fees} bare />, number: true, wide: true },
  { head: 'Funding', cell: (t) => <Num kind="pnl" value={t.funding} bare />, number: true, wide: true },
  { head: 'Slippage', unit: 'bps', cell: (t) => <Num kind="bps" value={t.slippage_bps} bare />, number: true, wide: true },
  { head: 'To order', cell: (t) => <span class="num">{span(t.signal_to_order_ms)}</span>, number: true, wide: true },
  { head: 'To fill', cell: (t) => <span class="num">{span(t.order_to_fill_ms)}</span>, number: true, wide: true },
  { head: 'Unprotected', cell: (t) => <span class="num">{span(t.protection_gap_ms)}</span>, number: true, wide: true },
  { head: 'Why in', cell: (t) => (t.decision_id === null ? '–' : <a href={hrefs.decision(t.decision_id)}>decision</a>) },
];

export function TradesTable({ trades }: { trades: Reading<Page<RoundTrip>> }) {
  const [filter] = useParam('q');
  const rows = (trades.data?.items ?? []).filter((t) => matches(filter, t.strategy, t.symbol, t.direction, t.status, t.exit_reason, t.tier));
  return (
    <Panel
      title="Round trips"
      reading={trades}
      class="span-12"
      tools={<Filter what="trades" />}
      empty={(page) => (page.items.length === 0 ? 'No trade yet. Each one appears here when its entry is filled.' : rows.length === 0 ? `None of ${page.items.length} trades matches “${filter}”.` : null)}
    >
      {() => (
        <Table caption="Round trips, newest first" columns={COLUMNS} rows={rows} keyOf={(t) => t.trade_id} href={(t) => hrefs.marketAt(t.symbol, t.trade_id)} />
      )}
    </Panel>
  );
}

function held({ opened_at, closed_at }: RoundTrip): string {
  const [from, to] = [toMs(opened_at), toMs(closed_at)];
  return clockSpan(from === null || to === null ? null : to - from);
}

function ExitReason({ trade }: { trade: RoundTrip }) {
  if (trade.closed_at === null) return <Chip tone="info">{trade.tp1_hit === true ? 'open, TP1 hit' : 'open'}</Chip>;
  return <span>{trade.exit_reason ?? trade.status}</span>;
}
