import { useState } from 'preact/hooks';
import { queries } from '../../api/queries';
import { useReading } from '../../api/use-reading';
import { RiskPanel } from '../positions/RiskPanel';
import { AccountChoice } from './AccountChoice';
import { ConditionsPanel } from './ConditionsPanel';
import { KillPanel } from './KillPanel';
import { LimitsPanel } from './LimitsPanel';
import { PausePanel } from './PausePanel';
import { StatePanel } from './StatePanel';
import { StrategiesPanel } from './StrategiesPanel';

/** The guard: how the account stands and why, the switches, and the limits. */
export function Risk() {
  const [account, choose] = useState('');
  const risk = useReading(queries.risk(account));
  return (
    <div class="grid">
      <StatePanel risk={risk} choice={<AccountChoice account={account} choose={choose} />} />
      <KillPanel key={`kill ${account}`} risk={risk} account={account} />
      <PausePanel key={`pause ${account}`} risk={risk} account={account} />
      <StrategiesPanel mode={risk.data?.mode ?? ''} />
      <RiskPanel risk={risk} />
      <LimitsPanel key={`limits ${account}`} risk={risk} account={account} />
      <ConditionsPanel risk={risk} />
    </div>
  );
}
