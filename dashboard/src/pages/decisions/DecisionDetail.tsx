import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import type { Explanation } from '../../api/trading-types';
import { usePlace } from '../../state/location';
import { Chip } from '../../ui/Chip';
import { CopyId } from '../../ui/Copy';
import { Facts } from '../../ui/Facts';
import { Num } from '../../ui/Num';
import { Panel } from '../../ui/Panel';
import { Side } from '../../ui/Side';
import { CloseLink } from '../../ui/Split';
import { Time } from '../../ui/Time';
import { Consequence } from './Consequence';
import { Indicators } from './Indicators';
import { Readings } from './Readings';
import { Sides } from './Sides';
import { WaterfallChart } from './WaterfallChart';

/** One decision, explained. */
export function DecisionDetail({ id }: { id: string }) {
  const reading = useReading(queries.explanation(id));
  const { search } = usePlace();
  return (
    <Panel title="Decision" reading={reading} aside={<CloseLink href={`/decisions${search}`} />}>
      {(explanation) => <Explained explanation={explanation} />}
    </Panel>
  );
}

function Explained({ explanation }: { explanation: Explanation }) {
  const { decision, bucket, signal, text } = explanation;
  return (
    <article class="decision">
      <p class="verdict">
        <Chip tone={decision.taken ? 'brass' : 'mute'}>{decision.taken ? 'TAKEN' : 'NOT TAKEN'}</Chip>
        <span>{decision.gate.text}</span>
      </p>
      <ul class="story" aria-label="In words">
        {text.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Facts
        class="two"
        facts={[
          { name: 'Strategy', value: decision.strategy },
          { name: 'Version', value: <code>{decision.strategy_version}</code> },
          { name: 'Market', value: <>{decision.symbol} <Side side={decision.direction} /></> },
          { name: 'Price', value: <Num kind="price" value={decision.price} /> },
          { name: 'Bucket', value: <Time at={decision.bucket_start} detail="full" /> },
          { name: 'Bucket hash', value: bucket === null ? '–' : <CopyId id={bucket.content_hash} label="content hash of the bucket" /> },
          { name: 'Decided', value: <Time at={decision.decided_at} detail="millis" /> },
          { name: 'Decision id', value: <CopyId id={decision.decision_id} label="decision id" /> },
        ]}
      />
      {signal !== null && <Consequence signal={signal} />}
      <Sides decision={decision} threshold={decision.threshold} />
      <h3>Where the points come from</h3>
      <WaterfallChart decision={decision} threshold={decision.threshold} />
      {explanation.readings.length > 0 && <Readings readings={explanation.readings} />}
      <h3>Indicators used</h3>
      <Indicators values={decision.indicators} covered={decision.covered} />
    </article>
  );
}
