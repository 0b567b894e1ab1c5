import type { Reading } from '../../api/reading';
import type { Risk } from '../../api/risk-types';
import { Chip } from '../../ui/Chip';
import { Panel } from '../../ui/Panel';
import { toneOfState } from './guard';

/** The table behind the states, as the desk itself declares it. */
export function ConditionsPanel({ risk }: { risk: Reading<Risk> }) {
  return (
    <Panel title="Which condition leads to which state" reading={risk} class="span-12">
      {(data) => (
        <ul class="findings conditions">
          {data.conditions.map((rule) => (
            <li key={rule.condition}>
              <Chip tone={toneOfState(rule.state)}>{rule.state}</Chip>
              <span class="setting-name">{rule.condition.replaceAll('_', ' ')}</span>
              <span class="note">
                of the {rule.scope}: {rule.meaning}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
