import type { Paged } from '../../api/paged';
import type { Decision } from '../../api/trading-types';
import { figure } from '../../format/figure';
import { useParam, usePlace } from '../../state/location';
import { hrefs } from '../../state/routes';
import { Choice } from '../../ui/Choice';
import { Filter, matches } from '../../ui/Filter';
import { More } from '../../ui/More';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { ScoreBar } from '../../ui/ScoreBar';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const TAKEN = [
  ['', 'All'],
  ['true', 'Taken'],
  ['false', 'Not taken'],
] as const;

const COLUMNS: readonly Column<Decision>[] = [
  { head: 'Decided', cell: (d) => <Time at={d.decided_at} /> },
  { head: 'Strategy', cell: (d) => d.strategy, wide: true },
  { head: 'Symbol', cell: (d) => d.symbol, wide: true },
  { head: 'Side', cell: (d) => <Side side={d.direction} /> },
  { head: 'Score', cell: (d) => <strong class="num">{figure('count', d.score).text}</strong>, number: true, roomy: true },
  { head: 'Threshold', cell: (d) => <ScoreBar score={d.score} threshold={d.threshold} taken={d.taken} /> },
  { head: 'Gate', cell: (d) => <span class={d.taken ? 'gate fired' : 'gate'}>{d.gate.text}</span> },
  { head: 'Price', cell: (d) => <Num kind="price" value={d.price} bare />, number: true, wide: true },
];

interface Props {
  list: Paged<Decision>;
  strategies: readonly string[];
  current: string | null;
}

export function DecisionList({ list, strategies, current }: Props) {
  const [filter] = useParam('q');
  const { search } = usePlace();
  const rows = list.items.filter((d) => matches(filter, d.strategy, d.symbol, d.direction, d.gate.code, d.gate.text, d.decision_id));
  return (
    <Panel title="Every 15 seconds" reading={list.reading} tools={<Filters strategies={strategies} />} empty={() => nothing(list, rows, filter)}>
      {() => (
        <>
          <Table
            caption="Decisions, newest first"
            columns={COLUMNS}
            rows={rows}
            keyOf={(d) => d.decision_id}
            href={(d) => hrefs.decision(d.decision_id) + search}
            current={current}
          />
          <More list={list} what="decision" />
        </>
      )}
    </Panel>
  );
}

function Filters({ strategies }: { strategies: readonly string[] }) {
  const [strategy, setStrategy] = useParam('strategy');
  const [taken, setTaken] = useParam('taken');
  return (
    <div class="filters">
      <select aria-label="Strategy" value={strategy} onChange={(event) => setStrategy(event.currentTarget.value)}>
        <option value="">All strategies</option>
        {strategies.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <Choice label="Taken" options={TAKEN} value={taken as '' | 'true' | 'false'} onChoose={setTaken} />
      <Filter what="decisions" />
    </div>
  );
}

function nothing(list: Paged<Decision>, rows: readonly Decision[], filter: string) {
  if (rows.length > 0) return null;
  if (list.items.length > 0) return `None of the ${list.items.length} loaded decisions matches “${filter}”.`;
  return 'No decision yet. One is made for each strategy when a bucket of 15 s closes.';
}
