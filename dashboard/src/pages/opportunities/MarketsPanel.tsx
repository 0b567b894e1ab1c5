import type { OpportunitySummary, WatchedMarket } from '../../api/opportunity-types';
import type { Reading } from '../../api/reading';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';

const COLUMNS: readonly Column<WatchedMarket>[] = [
  { head: 'Pair', cell: (one) => <Pair market={one} /> },
  { head: 'Fee', unit: 'bps', cell: (one) => <Num kind="bps" value={one.fee_bps} unit="" />, number: true },
  { head: 'Last trade', cell: (one) => <Num kind="quote" value={one.last} />, number: true },
  { head: 'Size', cell: (one) => <Num kind="qty" value={one.last_qty} />, number: true, wide: true },
  { head: 'Ago', cell: (one) => <span class="num">{span(one.trade_age_ms)}</span>, number: true },
  { head: 'Bid', cell: (one) => <Num kind="quote" value={one.bid} />, number: true, roomy: true },
  { head: 'Ask', cell: (one) => <Num kind="quote" value={one.ask} />, number: true, roomy: true },
];

function Pair({ market }: { market: WatchedMarket }) {
  return (
    <>
      {market.pair} {!market.live && <Chip tone="warn">NO BOOK</Chip>}
    </>
  );
}

/** Each watched pair: the fee its triangles are priced with, its last trade, and its best prices by the ticker. */
export function MarketsPanel({ summary }: { summary: Reading<OpportunitySummary> }) {
  return (
    <Panel title="Pairs" reading={summary} class="span-12 markets-panel" empty={(data) => ((data.watch?.markets ?? []).length === 0 ? 'No pair is watched.' : null)}>
      {(data) => <Table caption="Watched pairs" columns={COLUMNS} rows={data.watch?.markets ?? []} keyOf={(one) => one.pair} />}
    </Panel>
  );
}
