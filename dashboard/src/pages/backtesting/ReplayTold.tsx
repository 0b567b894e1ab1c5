import type { ReplayedOpportunity, ReplayReport } from '../../api/backtest-types';
import { figure } from '../../format/figure';
import { span } from '../../format/time';
import { CopyId } from '../../ui/Copy';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';
import { cycleInWords, endingInWords } from '../opportunities/words';
import { decayInWords, outcomeInWords, valuesInWords } from './words';

const SHARE_AT = ['100', '1000'] as const;

const share = (one: ReplayedOpportunity, ms: string) => {
  const left = one.decay[ms];
  return left === undefined ? '–' : <Num kind="percent" value={left * 100} bare />;
};

const COLUMNS: readonly Column<ReplayedOpportunity>[] = [
  { head: 'Seen', cell: (one) => <Time at={new Date(one.t).toISOString()} detail="millis" /> },
  { head: 'Cycle', cell: (one) => cycleInWords(one.cycle) },
  { head: 'Edge', unit: 'bps', cell: (one) => <Num kind="bps" value={one.edge_bps} bare />, number: true },
  { head: 'Profit', cell: (one) => <Num kind="pnl" value={one.profit} unit={one.asset} />, number: true, roomy: true },
  { head: 'Lasted', cell: (one) => span(one.gone - one.t), number: true, roomy: true },
  { head: 'Left at 100 ms', unit: '%', cell: (one) => share(one, SHARE_AT[0]), number: true, wide: true },
  { head: 'Left at 1 s', unit: '%', cell: (one) => share(one, SHARE_AT[1]), number: true, wide: true },
  { head: 'Ending', cell: (one) => (one.why === 'end_of_recording' ? 'the recording ended first' : endingInWords(one.why)), wide: true },
  { head: 'Taken', cell: (one) => (one.taken === undefined ? 'no' : <Realised one={one.taken} asset={one.asset} />) },
];

function Realised({ one, asset }: { one: NonNullable<ReplayedOpportunity['taken']>; asset: string }) {
  return (
    <>
      {outcomeInWords(one.outcome)} <Num kind="pnl" value={one.realised} unit={asset} />
    </>
  );
}

/** A replay with one setting: what was there, how it decayed, and what taking it brought. */
export function ReplayTold({ report }: { report: ReplayReport }) {
  const found = report.report;
  return (
    <article class="backtest-report">
      <Facts
        facts={[
          { name: 'Report', value: <CopyId id={report.id} label="report id" /> },
          { name: 'Recording', value: report.inputs.map((input) => input.name).join(', ') },
          { name: 'Lasts', value: span(report.recording.to - report.recording.from) },
          { name: 'Messages', value: figure('count', found.events).text },
          { name: 'Settings', value: valuesInWords(report.plan.settings) },
          { name: 'Opportunities', value: figure('count', found.opportunities).text },
          ...Object.entries(found.realised).map(([asset, amount]) => ({ name: `Brought in ${asset}`, value: <Num kind="pnl" value={amount} unit={asset} /> })),
          ...Object.entries(found.expected).map(([asset, amount]) => ({ name: `Expected in ${asset}`, value: <Num kind="pnl" value={amount} unit={asset} /> })),
          { name: 'Edge that is left', value: decayInWords(found.decay) },
        ]}
      />
      {report.opportunities.length === 0 ? (
        <p class="empty">No triangle paid more than its fees in this recording.</p>
      ) : (
        <Table caption="Opportunities in the order they were over" columns={COLUMNS} rows={report.opportunities} keyOf={(one) => `${one.t} ${one.cycle} ${one.gone}`} />
      )}
      {report.left_out > 0 && <p class="note">{report.left_out} more are in the sums and not in this list.</p>}
    </article>
  );
}
