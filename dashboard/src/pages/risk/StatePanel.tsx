import type { ComponentChildren } from 'preact';
import type { Reading } from '../../api/reading';
import type { Risk } from '../../api/risk-types';
import { Chip } from '../../ui/Chip';
import { Panel } from '../../ui/Panel';
import { Time } from '../../ui/Time';
import { meaningOf, toneOfState } from './guard';

/** How the account and its strategies stand, and what led to it; beside its name, which account that is. */
export function StatePanel({ risk, choice }: { risk: Reading<Risk>; choice: ComponentChildren }) {
  return (
    <Panel title="Guard" reading={risk} class="span-12" aside={choice}>
      {(data) => (
        <div class="guard">
          <p class="guard-state">
            <strong class={`guard-word ${toneOfState(data.guard.state)}`}>{data.guard.state}</strong> <span>{meaningOf(data.guard.state)}</span>
          </p>
          <ul class="findings" aria-label="Why">
            {data.guard.findings.map((finding) => (
              <li key={finding.condition}>
                <Chip tone={toneOfState(finding.state)}>{finding.condition.replaceAll('_', ' ').toUpperCase()}</Chip> {finding.text}
              </li>
            ))}
            {data.guard.findings.length === 0 && <li class="note">No condition holds for the account.</li>}
          </ul>
          <ul class="findings" aria-label="Strategies">
            {data.strategies.map((strategy) => (
              <li key={strategy.strategy}>
                {strategy.strategy} <Chip tone={toneOfState(strategy.state)}>{strategy.state}</Chip>
              </li>
            ))}
          </ul>
          <ul class="findings" aria-label="Alerts">
            {data.alerts.map((alert) => (
              <li key={`${alert.kind} ${alert.subject}`}>
                <Chip tone="warn">ALERT</Chip> <Time at={alert.raised_at} /> {alert.text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}
