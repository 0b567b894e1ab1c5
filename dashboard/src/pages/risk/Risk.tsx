import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { RiskPanel } from '../positions/RiskPanel';
import { ConditionsPanel } from './ConditionsPanel';
import { KillPanel } from './KillPanel';
import { LimitsPanel } from './LimitsPanel';
import { PausePanel } from './PausePanel';
import { StatePanel } from './StatePanel';
import { StrategiesPanel } from './StrategiesPanel';

/** The guard: how the account stands and why, the switches, and the limits. */
export function Risk() {
  const risk = useReading(queries.risk());
  return (
    <div class="grid">
      <StatePanel risk={risk} />
      <KillPanel risk={risk} />
      <PausePanel risk={risk} />
      <StrategiesPanel mode={risk.data?.mode ?? ''} />
      <RiskPanel risk={risk} />
      <LimitsPanel risk={risk} />
      <ConditionsPanel risk={risk} />
    </div>
  );
}
