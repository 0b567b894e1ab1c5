import type { Signal } from '../../api/trading-types';
import { hrefs } from '../../state/routes';
import { Chip, type Tone } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Time } from '../../ui/Time';

/** What became of a decision that fired: its signal, the risk check's answer, the order. */
export function Consequence({ signal }: { signal: Signal }) {
  return (
    <p class="consequence">
      Signal <CopyId id={signal.signal_id} label="signal id" />
      <Chip tone={toneOf(signal.outcome)}>{signal.outcome}</Chip>
      {signal.tier !== null && <span class="note">tier {signal.tier}</span>}
      <span class="note">
        expires <Time at={signal.expires_at} />
      </span>
      {signal.intent_id !== null && <a href={hrefs.order(signal.intent_id)}>to the order</a>}
    </p>
  );
}

function toneOf(outcome: string): Tone {
  if (outcome === 'approved') return 'ok';
  return outcome === 'pending' ? 'info' : 'warn';
}
