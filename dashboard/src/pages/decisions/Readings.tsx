import type { InputReading } from '../../api/trading-types';
import { span } from '../../format/time';
import { Chip } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Table, type Column } from '../../ui/Table';
import { Time } from '../../ui/Time';

const COLUMNS: readonly Column<InputReading>[] = [
  { head: 'Factor', cell: (r) => <>{r.factor} {r.synthetic && <Chip tone="synth">SYNTHETIC</Chip>}</> },
  { head: 'Observed', cell: (r) => <Time at={r.observed_at} /> },
  { head: 'Age then', cell: (r) => <span class="num">{span(r.age_ms)}</span>, number: true },
  { head: 'Value', cell: (r) => <span class="reading-value">{valueText(r)}</span> },
  { head: 'Id', cell: (r) => <CopyId id={r.input_id} label="input id" />, wide: true },
];

/** The polled inputs as they were known then. */
export function Readings({ readings }: { readings: readonly InputReading[] }) {
  return (
    <>
      <h3>Polled inputs</h3>
      <Table caption="Polled inputs as they were known then" columns={COLUMNS} rows={readings} keyOf={(r) => r.factor} />
    </>
  );
}

function valueText({ value }: InputReading): string {
  return Object.entries(value)
    .map(([name, part]) => `${name.replaceAll('_', ' ')} ${part ?? '–'}`)
    .join(', ');
}
