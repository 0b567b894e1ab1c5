import { figure, type Kind, type Numeric } from '../format/figure';

interface Props {
  kind: Kind;
  value: Numeric;
  unit?: string | undefined;
  /** Leaves the unit to the column's head. */
  bare?: boolean;
  class?: string;
}

const TONES = { '-1': 'down', '0': '', '1': 'up' } as const;

/** One number: rounded for reading, exact in the tool tip, signed where the sign is the message. */
export function Num({ kind, value, unit, bare = false, class: extra = '' }: Props) {
  const shown = figure(kind, value, unit);
  const tone = shown.toned ? TONES[shown.sign] : '';
  const tip = shown.exact === null ? 'not known' : `${shown.exact} ${shown.unit}`.trim();
  return (
    <span class={`num ${tone} ${extra}`.trim()} title={tip}>
      {shown.text}
      {!bare && shown.unit !== '' && <span class="unit"> {shown.unit}</span>}
    </span>
  );
}
