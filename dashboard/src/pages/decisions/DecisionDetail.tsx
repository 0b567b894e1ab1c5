import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import type { Decision } from '../../api/trading-types';
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
import { Sides } from './Sides';
import { thresholdOf, type Thresholds } from './threshold';
import { WaterfallChart } from './WaterfallChart';

/** One decision, explained. */
export function DecisionDetail({ id, thresholds }: { id: string; thresholds: Thresholds }) {
  const reading = useReading(queries.decision(id));
  const { search } = usePlace();
  return (
    <Panel title="Decision" reading={reading} aside={<CloseLink href={`/decisions${search}`} />}>
      {(decision) => <Explained decision={decision} threshold={thresholdOf(decision, thresholds)} />}
    </Panel>
  );
}

function Explained({ decision, threshold }: { decision: Decision; threshold: number | null }) {
  return (
    <article class="decision">
      <p class="verdict">
        <Chip tone={decision.taken ? 'brass' : 'mute'}>{decision.taken ? 'TAKEN' : 'NOT TAKEN'}</Chip>
        <span>{decision.gate.text}</span>
      </p>
      <Facts
        class="two"
        facts={[
          { name: 'Strategy', value: decision.strategy },
          { name: 'Version', value: <code>{decision.strategy_version}</code> },
          { name: 'Market', value: <>{decision.symbol} <Side side={decision.direction} /></> },
          { name: 'Price', value: <Num kind="price" value={decision.price} /> },
          { name: 'Bucket', value: <Time at={decision.bucket_start} detail="full" /> },
          { name: 'Decided', value: <Time at={decision.decided_at} detail="millis" /> },
          { name: 'Decision id', value: <CopyId id={decision.decision_id} label="decision id" /> },
          { name: 'Gate', value: <code>{decision.gate.code}</code> },
        ]}
      />
      {decision.signal_id !== null && <Consequence signalId={decision.signal_id} />}
      <Sides decision={decision} threshold={threshold} />
      <h3>Where the points come from</h3>
      <WaterfallChart decision={decision} threshold={threshold} />
      <h3>Indicators used</h3>
      <Indicators values={decision.indicators} covered={decision.covered} />
    </article>
  );
}
