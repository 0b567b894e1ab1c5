import type { OpportunityLeg } from '../../api/opportunity-types';
import { span } from '../../format/time';
import { Num } from '../../ui/Num';
import { Side } from '../../ui/Side';
import { Table, type Column } from '../../ui/Table';

const base = (leg: OpportunityLeg) => leg.pair.split('/')[0] ?? '';

const COLUMNS: readonly Column<OpportunityLeg>[] = [
  { head: 'Leg', cell: (leg) => leg.pair },
  { head: 'Side', cell: (leg) => <Side side={leg.side} /> },
  { head: 'Quantity', cell: (leg) => <Num kind="qty" value={leg.qty} unit={base(leg)} />, number: true },
  { head: 'Limit', cell: (leg) => <span class="num">{leg.limit}</span>, number: true, roomy: true },
  { head: 'Levels', cell: (leg) => <Num kind="count" value={leg.levels} />, number: true, wide: true },
  { head: 'Book age', cell: (leg) => <span class="num">{span(leg.book_age_ms)}</span>, number: true },
];

/** The orders of a plan: how much, how deep into the book, and how old the news of that book was. */
export function Legs({ legs }: { legs: readonly OpportunityLeg[] }) {
  return <Table caption="Legs, in the order they are sent" columns={COLUMNS} rows={legs} keyOf={(leg) => `${leg.pair} ${leg.side}`} />;
}
