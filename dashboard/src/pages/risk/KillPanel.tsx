import { useState } from 'preact/hooks';
import type { Reading } from '../../api/reading';
import type { Risk } from '../../api/risk-types';
import { operatorToken } from '../../state/operator';
import { useStore } from '../../state/store';
import { Hold } from '../../ui/Hold';
import { Panel } from '../../ui/Panel';
import { Answer } from './Answer';
import { Field } from './Field';
import { killWords } from './guard';
import { stateOf, useCommand, whose } from './useCommand';

interface Control {
  kill_level: string;
  changed_by: string;
}

const LEVELS = [
  ['entries', 'Stop entries', 'no new positions', 'warn'],
  ['cancel', 'Stop and cancel', 'and what rests at the venue is cancelled', 'warn'],
  ['flatten', 'Stop and close all', 'and positions are closed at market', 'bad'],
] as const;

/** The kill switch: three levels, each held. It is raised here and lowered by a resume alone. */
export function KillPanel({ risk, account }: { risk: Reading<Risk>; account: string }) {
  const token = useStore(operatorToken);
  const [reason, setReason] = useState('');
  const { said, busy, order } = useCommand<Control>((control) => killWords(control.kill_level, control.changed_by), stateOf(account));
  const kill = (level: string) => void order('/risk/kill', { level, reason: reason.trim() || 'kill switch on the dashboard', ...whose(account) });
  return (
    <Panel title="Kill switch" reading={risk} class="span-7">
      {(data) => (
        <div class="switches">
          <p>{killWords(data.kill_switch.level, data.kill_switch.by)}</p>
          <Field label="Operator token" secret value={token} onInput={operatorToken.set} placeholder="printed by ./sextant up" />
          <Field label="Reason, if there is time" value={reason} onInput={setReason} />
          <div class="holds">
            {LEVELS.map(([level, label, words, tone]) => (
              <Hold key={level} label={label} tone={tone} disabled={busy} onHeld={() => kill(level)}>
                {words}
              </Hold>
            ))}
          </div>
          <Answer said={said} />
        </div>
      )}
    </Panel>
  );
}
