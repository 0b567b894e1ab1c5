import { isDecimal } from '../../format/decimal';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';

const WINDOWS = ['none of 30 min, 4 h, 24 h', '30 min of 30 min, 4 h, 24 h', '30 min and 4 h, not 24 h', '30 min, 4 h and 24 h'];

/** The numbers the decision was made from, as they were then. */
export function Indicators({ values, covered }: { values: Record<string, string | number | null>; covered: number }) {
  const facts = Object.entries(values).map(([name, value]) => ({ name, value: <Value value={value} /> }));
  return (
    <>
      <p class="note">Windows covered without a gap: {WINDOWS[covered] ?? covered}</p>
      <Facts class="two mono" facts={facts} />
    </>
  );
}

/** Numbers as numbers; a word (a state, a label) as it is. */
function Value({ value }: { value: string | number | null }) {
  const isNumber = value === null || typeof value === 'number' || isDecimal(String(value));
  return isNumber ? <Num kind="indicator" value={value} /> : <>{String(value)}</>;
}
