import type { Opportunity } from '../../api/opportunity-types';
import type { Paged } from '../../api/paged';
import { span } from '../../format/time';
import { useParam, usePlace } from '../../state/location';
import { hrefs } from '../../state/routes';
import { Chip } from '../../ui/Chip';
import { Filter, matches } from '../../ui/Filter';
import { More } from '../../ui/More';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';
import { cycleInWords, endingInWords, stateInfo } from './words';

const COLUMNS: readonly Column<Opportunity>[] = [
  { head: 'Seen', cell: (o) => <Time at={o.seen_at} /> },
  { head: 'Cycle', cell: (o) => cycleInWords(o.cycle) },
  { head: 'Edge', unit: 'bps', cell: (o) => <Num kind="bps" value={o.edge_bps} bare />, number: true },
  { head: 'Best', unit: 'bps', cell: (o) => <Num kind="bps" value={o.best_edge_bps} bare />, number: true, wide: true },
  { head: 'Size', cell: (o) => <Num kind="money" value={o.spend} unit={o.start_asset} />, number: true, wide: true },
  { head: 'Profit', cell: (o) => <Num kind="pnl" value={o.profit} unit={o.start_asset} />, number: true, roomy: true },
  { head: 'Lasted', cell: (o) => <span class="num">{span(o.lasted_ms)}</span>, number: true },
  { head: 'Ending', cell: (o) => <Ended one={o} />, roomy: true },
  { head: 'Not taken because', cell: (o) => o.not_taken ?? '–', wide: true },
];

function Ended({ one }: { one: Opportunity }) {
  const [tone, word] = stateInfo(one.state);
  return (
    <>
      {one.state === 'taken' && <Chip tone={tone}>{word}</Chip>} {endingInWords(one.ending)}
    </>
  );
}

interface Props {
  list: Paged<Opportunity>;
  cycles: readonly string[];
  current: string | null;
}

export function OpportunityList({ list, cycles, current }: Props) {
  const [filter] = useParam('q');
  const { search } = usePlace();
  const rows = list.items.filter((o) => matches(filter, o.cycle, o.ending, endingInWords(o.ending), o.not_taken, o.opportunity_id));
  return (
    <Panel title="Recent" reading={list.reading} tools={<Filters cycles={cycles} />} empty={() => nothing(list, rows, filter)}>
      {() => (
        <>
          <Table
            caption="Opportunities that are over, newest first"
            columns={COLUMNS}
            rows={rows}
            keyOf={(o) => o.opportunity_id}
            href={(o) => hrefs.opportunity(o.opportunity_id) + search}
            current={current}
          />
          <More list={list} what="opportunity" />
        </>
      )}
    </Panel>
  );
}

function Filters({ cycles }: { cycles: readonly string[] }) {
  const [cycle, setCycle] = useParam('cycle');
  const choices = cycle === '' || cycles.includes(cycle) ? cycles : [cycle, ...cycles];
  return (
    <div class="filters">
      <select aria-label="Cycle" value={cycle} onChange={(event) => setCycle(event.currentTarget.value)}>
        <option value="">All cycles</option>
        {choices.map((name) => (
          <option key={name} value={name}>
            {cycleInWords(name)}
          </option>
        ))}
      </select>
      <Filter what="opportunities" />
    </div>
  );
}

function nothing(list: Paged<Opportunity>, rows: readonly Opportunity[], filter: string) {
  if (rows.length > 0) return null;
  if (list.items.length > 0) return `None of the ${list.items.length} loaded opportunities matches “${filter}”.`;
  return 'No opportunity yet: no triangle has paid more than its fees.';
}
