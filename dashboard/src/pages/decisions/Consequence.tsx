import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { hrefs } from '../../state/routes';
import { Chip, type Tone } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Time } from '../../ui/Time';

const SEARCHED = 200;

/** What became of a decision that fired: its signal, the risk check's answer, the order. */
export function Consequence({ signalId }: { signalId: string }) {
  const signals = useReading(queries.signals({ limit: SEARCHED }));
  const signal = signals.data?.items.find((candidate) => candidate.signal_id === signalId);
  return (
    <p class="consequence">
      Signal <CopyId id={signalId} label="signal id" />
      {signal !== undefined && (
        <>
          <Chip tone={toneOf(signal.outcome)}>{signal.outcome}</Chip>
          {signal.tier !== null && <span class="note">tier {signal.tier}</span>}
          <span class="note">
            expires <Time at={signal.expires_at} />
          </span>
          {signal.intent_id !== null && <a href={hrefs.order(signal.intent_id)}>to the order</a>}
        </>
      )}
    </p>
  );
}

function toneOf(outcome: string): Tone {
  if (outcome === 'approved') return 'ok';
  return outcome === 'pending' ? 'info' : 'warn';
}
