import type { Reading } from '../../api/reading';
import type { Gap, Page } from '../../api/types';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const COLUMNS: readonly Column<Gap>[] = [
  { head: 'Seen', cell: (gap) => <Time at={gap.seen_at} /> },
  { head: 'Symbol', cell: (gap) => gap.symbol },
  { head: 'From id', cell: (gap) => <span class="num">{gap.from_agg_id}</span>, number: true, wide: true },
  { head: 'To id', cell: (gap) => <span class="num">{gap.to_agg_id}</span>, number: true, wide: true },
  { head: 'Trades', cell: (gap) => <Num kind="count" value={gap.size} />, number: true },
  { head: 'State', cell: (gap) => <Chip tone={gap.filled ? 'ok' : 'warn'}>{gap.filled ? 'filled' : 'OPEN'}</Chip> },
];

/** The ledger of trade ids that did not arrive in order; no signal comes from a window with an open one. */
export function GapsPanel({ gaps }: { gaps: Reading<Page<Gap>> }) {
  return (
    <Panel title="Gaps" reading={gaps} class="span-5" empty={(page) => (page.items.length === 0 ? 'No gap: every trade id arrived.' : null)}>
      {(page) => <Table caption="Gaps" columns={COLUMNS} rows={page.items} keyOf={(gap) => `${gap.symbol} ${gap.from_agg_id}`} />}
    </Panel>
  );
}
