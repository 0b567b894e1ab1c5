import type { Consumer } from '../../api/health-types';
import type { Reading } from '../../api/reading';
import { span } from '../../format/time';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const LATE_MS = 2_000;

const COLUMNS: readonly Column<Consumer>[] = [
  { head: 'Consumer', cell: (c) => c.name },
  { head: 'Stream', cell: (c) => c.stream },
  { head: 'Lag', cell: (c) => <span class={`num ${(c.lag_ms ?? 0) > LATE_MS ? 'warn-text' : ''}`}>{span(c.lag_ms)}</span>, number: true },
  { head: 'Records', cell: (c) => <Num kind="count" value={c.records} />, number: true },
  { head: 'Errors', cell: (c) => <Num kind="count" value={c.errors} class={c.errors > 0 ? 'warn-text' : ''} />, number: true },
  { head: 'Last', cell: (c) => <Time at={c.last_at} />, number: true, wide: true },
];

export function ConsumersPanel({ consumers }: { consumers: Reading<Consumer[]> }) {
  return (
    <Panel title="Consumers" reading={consumers} class="span-7" empty={(items) => (items.length === 0 ? 'No consumer has read anything yet.' : null)}>
      {(items) => <Table caption="Consumers" columns={COLUMNS} rows={items} keyOf={(c) => `${c.name} ${c.stream}`} />}
    </Panel>
  );
}
