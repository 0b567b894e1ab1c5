import { queries } from '../../api/queries';
import { mapReading } from '../../api/reading';
import { useReading } from '../../api/use-reading';
import { ChecksPanel } from './ChecksPanel';
import { ConsumersPanel } from './ConsumersPanel';
import { FeedsPanel } from './FeedsPanel';
import { GapsPanel } from './GapsPanel';
import { SessionPanel } from './SessionPanel';
import { StrategiesPanel } from './StrategiesPanel';

/** The machine room: what comes in, who is behind, what was missed, what is checked. */
export function System() {
  const health = useReading(queries.health());
  const gaps = useReading(queries.gaps());
  const strategies = useReading(queries.strategies());
  return (
    <div class="grid">
      <FeedsPanel feeds={mapReading(health, (h) => h.feeds)} />
      <SessionPanel health={health} />
      <ConsumersPanel consumers={mapReading(health, (h) => h.consumers)} />
      <ChecksPanel checks={mapReading(health, (h) => h.checks)} />
      <GapsPanel gaps={gaps} />
      <StrategiesPanel strategies={strategies} />
    </div>
  );
}
