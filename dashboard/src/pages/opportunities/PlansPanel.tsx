import type { Plan, PlanSummary } from '../../api/plan-types';
import type { Reading } from '../../api/reading';
import type { Page } from '../../api/types';
import { figure } from '../../format/figure';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';
import { cycleInWords, outcomeInfo } from './words';

type CycleSum = PlanSummary['cycles'][number];

const CYCLES: readonly Column<CycleSum>[] = [
  { head: 'Cycle', cell: (one) => cycleInWords(one.cycle) },
  { head: 'Traded', cell: (one) => <Num kind="count" value={one.plans} />, number: true },
  { head: 'Complete', cell: (one) => <Num kind="count" value={one.complete} />, number: true, wide: true },
  { head: 'Expected', cell: (one) => <Num kind="pnl" value={one.expected} unit={one.start_asset} />, number: true, roomy: true },
  { head: 'PnL', cell: (one) => <Num kind="pnl" value={one.profit} unit={one.start_asset} />, number: true },
];

const NEWEST: readonly Column<Plan>[] = [
  { head: 'Decided', cell: (plan) => <Time at={plan.decided_at} /> },
  { head: 'Cycle', cell: (plan) => cycleInWords(plan.cycle) },
  { head: 'Outcome', cell: (plan) => <Ended plan={plan} /> },
  { head: 'PnL', cell: (plan) => (plan.profit === null ? '–' : <Num kind="pnl" value={plan.profit} unit={plan.start_asset} />), number: true },
  { head: 'Took', cell: (plan) => <span class="num">{span(plan.took_ms)}</span>, number: true, roomy: true },
  { head: 'Why', cell: (plan) => plan.reason ?? '–', wide: true },
];

function Ended({ plan }: { plan: Plan }) {
  const [tone, word] = outcomeInfo(plan.outcome ?? plan.state);
  return <Chip tone={tone}>{word}</Chip>;
}

/** Triangles that were traded: what each cycle earned, and the newest of them. */
export function PlansPanel({ summary, newest }: { summary: Reading<PlanSummary>; newest: Reading<Page<Plan>> }) {
  return (
    <Panel title="Traded" reading={summary} class="span-12" empty={(data) => (data.plans === 0 ? 'No triangle has been traded yet.' : null)}>
      {(data) => (
        <div class="plans">
          {data.to_clear.length > 0 && (
            <p class="plans-left">
              <Chip tone="bad">UNSOLD</Chip> {data.to_clear.length} {data.to_clear.length === 1 ? 'plan has' : 'plans have'} left something unsold. None begins until a person has
              looked: <code>./sextant plans clear {data.to_clear[0]} --by NAME --reason TEXT</code>
            </p>
          )}
          <Sums data={data} />
          <div class="plans-tables">
            <Table caption="PnL per cycle, fees taken off" columns={CYCLES} rows={data.cycles} keyOf={(one) => `${one.cycle} ${one.start_asset}`} />
            <Table caption="Newest plans" columns={NEWEST} rows={newest.data?.items ?? []} keyOf={(plan) => plan.plan_id} />
          </div>
        </div>
      )}
    </Panel>
  );
}

function Sums({ data }: { data: PlanSummary }) {
  const count = (what: string) => figure('count', data.outcomes[what] ?? 0).text;
  return (
    <Facts
      class="watch-facts"
      facts={[
        ...Object.entries(data.profit).map(([asset, profit]) => ({ name: `PnL in ${asset}`, value: <Num kind="pnl" value={profit} unit={asset} /> })),
        { name: 'Complete', value: count('COMPLETE') },
        { name: 'Sold back', value: count('UNWOUND') },
        { name: 'Missed', value: count('MISSED') },
        { name: 'Refused by risk', value: count('RISK_REJECTED') },
        { name: 'Under way', value: figure('count', data.live).text },
        { name: 'Took', value: `median ${span(data.took_ms.median)}, p99 ${span(data.took_ms.p99)}` },
        { name: 'Balances agree', value: data.reconciler === null ? 'not looked yet' : data.reconciler.clean ? 'yes' : 'no' },
      ]}
    />
  );
}
