import type { Limit } from '../../api/risk-types';
import { say } from '../../format/figure';
import { Num } from '../../ui/Num';
import { kindOf, percentUsed, titleOf, toneOf } from './limit';

/** One limit as a bar that fills towards it. */
export function LimitRow({ limit }: { limit: Limit }) {
  const percent = percentUsed(limit);
  const kind = kindOf(limit.unit);
  const words = `${say(kind, limit.used)} of ${say(kind, limit.limit, limit.unit)}`;
  return (
    <li>
      <span class="limit-name">{titleOf(limit)}</span>
      <span class={`limit-bar ${toneOf(percent)}`} role="img" aria-label={words}>
        <span style={{ width: `${percent}%` }} />
      </span>
      <span class="limit-figures">
        <Num kind={kind} value={limit.used} bare /> <span class="note">of</span> <Num kind={kind} value={limit.limit} unit={limit.unit} />
      </span>
    </li>
  );
}
