import type { Backtests, ReportLine } from '../../api/backtest-types';
import type { Reading } from '../../api/reading';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';
import { verdictInfo } from './words';

const COLUMNS: readonly Column<ReportLine>[] = [
  { head: 'Kept', cell: (one) => <Time at={one.kept_at} detail="minute" /> },
  { head: 'What', cell: (one) => one.kind },
  { head: 'Recording', cell: (one) => one.files, wide: true },
  { head: 'Sets', cell: (one) => <Num kind="count" value={one.trials} />, number: true, roomy: true },
  { head: 'Best set', cell: (one) => one.best ?? '–', wide: true },
  { head: 'Training', cell: (one) => <Amount value={one.train} asset={one.asset} />, number: true, roomy: true },
  { head: 'Test', cell: (one) => <Amount value={one.test} asset={one.asset} />, number: true },
  { head: 'Verdict', cell: (one) => <Verdict one={one} /> },
];

function Amount({ value, asset }: { value: string | null; asset: string }) {
  return value === null ? <>–</> : <Num kind="pnl" value={value} unit={asset} />;
}

function Verdict({ one }: { one: ReportLine }) {
  if (one.verdict === null) return <>{one.opportunities} opportunities</>;
  const [tone, word] = verdictInfo(one.verdict);
  return <Chip tone={tone}>{word}</Chip>;
}

/** Every report that is kept; none ever changes. */
export function ReportsPanel({ reading, current }: { reading: Reading<Backtests>; current: string | null }) {
  return (
    <Panel title="Reports" reading={reading} empty={(data) => (data.items.length === 0 ? 'No report yet.' : null)}>
      {(data) => (
        <Table
          caption="Reports, newest first"
          columns={COLUMNS}
          rows={data.items}
          keyOf={(one) => one.report_id}
          href={(one) => hrefs.backtest(one.report_id)}
          current={current}
        />
      )}
    </Panel>
  );
}
