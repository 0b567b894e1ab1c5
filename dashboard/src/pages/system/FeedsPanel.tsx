import type { Feed } from '../../api/health-types';
import type { Reading } from '../../api/reading';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const count = (pick: (feed: Feed) => number | null) => (feed: Feed) => <Num kind="count" value={pick(feed)} />;
const alarming = (pick: (feed: Feed) => number) => (feed: Feed) => (
  <Num kind="count" value={pick(feed)} class={pick(feed) > 0 ? 'warn-text' : ''} />
);

const COLUMNS: readonly Column<Feed>[] = [
  { head: 'Symbol', cell: (feed) => feed.symbol },
  { head: 'State', cell: (feed) => <Chip tone={feed.state === 'LIVE' ? 'ok' : 'warn'}>{feed.state}</Chip> },
  { head: 'Last trade', cell: (feed) => <Time at={feed.last_trade_at} /> },
  { head: 'Age', cell: (feed) => <span class="num">{span(feed.age_ms)}</span>, number: true },
  { head: 'Last id', cell: (feed) => <span class="num">{feed.last_agg_id ?? '–'}</span>, number: true, wide: true },
  { head: 'Trades', cell: count((feed) => feed.trades), number: true },
  { head: 'Frames', cell: count((feed) => feed.frames), number: true, wide: true },
  { head: 'Bytes a trade', cell: (feed) => <Num kind="points" value={feed.frame_bytes_per_trade} />, number: true, wide: true },
  { head: 'Gaps', cell: alarming((feed) => feed.gaps), number: true },
  { head: 'Duplicates', cell: count((feed) => feed.duplicates), number: true, wide: true },
  { head: 'Malformed', cell: alarming((feed) => feed.malformed), number: true, wide: true },
  { head: 'Reconnects', cell: count((feed) => feed.reconnects), number: true, wide: true },
];

export function FeedsPanel({ feeds }: { feeds: Reading<Feed[]> }) {
  return (
    <Panel title="Feeds" reading={feeds} class="span-12" empty={(items) => (items.length === 0 ? 'No feed is connected.' : null)}>
      {(items) => <Table caption="Feeds" columns={COLUMNS} rows={items} keyOf={(feed) => feed.symbol} />}
    </Panel>
  );
}
