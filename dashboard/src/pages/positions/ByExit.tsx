import { Num } from '../../ui/Num';
import { Table, type Column } from '../../ui/Table';
import type { ExitGroup } from './stats';

const COLUMNS: readonly Column<ExitGroup>[] = [
  { head: 'Exit reason', cell: (group) => group.reason },
  { head: 'Trades', cell: (group) => <Num kind="count" value={group.trades} />, number: true },
  { head: 'R', cell: (group) => <Num kind="r" value={group.r} bare />, number: true },
  { head: 'PnL', cell: (group) => <Num kind="pnl" value={group.pnl} bare />, number: true },
];

export function ByExit({ groups }: { groups: readonly ExitGroup[] }) {
  return (
    <section>
      <h3>By exit reason</h3>
      <Table caption="Results by exit reason" columns={COLUMNS} rows={groups} keyOf={(group) => group.reason} />
    </section>
  );
}
