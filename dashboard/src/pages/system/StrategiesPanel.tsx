import type { Reading } from '../../api/reading';
import type { Page, Strategy } from '../../api/types';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const COLUMNS: readonly Column<Strategy>[] = [
  { head: 'Strategy', cell: (s) => s.name },
  { head: 'State', cell: (s) => <Chip tone={s.state === 'RUNNING' ? 'ok' : 'warn'} title={s.reason ?? ''}>{s.state}</Chip> },
  { head: 'Threshold', cell: (s) => <Num kind="count" value={s.threshold} />, number: true },
  { head: 'Since', cell: (s) => <Time at={s.since} />, wide: true },
  { head: 'Version', cell: (s) => <code>{s.version}</code>, wide: true },
];

/** Which strategies run, in which version, with the configuration that they were started with. */
export function StrategiesPanel({ strategies }: { strategies: Reading<Page<Strategy>> }) {
  return (
    <Panel title="Strategies" reading={strategies} class="span-7" empty={(page) => (page.items.length === 0 ? 'No strategy is configured.' : null)}>
      {(page) => (
        <>
          <Table caption="Strategies" columns={COLUMNS} rows={page.items} keyOf={(s) => s.name} />
          {page.items.map((strategy) => (
            <details key={strategy.name} class="config">
              <summary>Configuration of {strategy.name}</summary>
              <pre>{JSON.stringify(strategy.config, null, 2)}</pre>
            </details>
          ))}
        </>
      )}
    </Panel>
  );
}
