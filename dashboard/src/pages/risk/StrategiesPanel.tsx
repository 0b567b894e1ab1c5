import { useState } from 'preact/hooks';
import { queries } from '../../api/queries';
import type { Strategy } from '../../api/types';
import { useReading } from '../../api/use-reading';
import { Chip } from '../../ui/Chip';
import { Hold } from '../../ui/Hold';
import { Panel } from '../../ui/Panel';
import { Answer } from './Answer';
import { Field } from './Field';
import { bodyOf, missingForStart, startRule, stateWords } from './strategy-orders';
import { useCommand } from './useCommand';

/** Each strategy with its switch: a stop is a click, a start is held and carries a name and a reason. */
export function StrategiesPanel({ mode }: { mode: string }) {
  const strategies = useReading(queries.strategies());
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { said, busy, order } = useCommand<Strategy>(stateWords);
  const missing = missingForStart({ by, reason });
  const turn = (name: string, start: boolean) =>
    void order(`/strategies/${encodeURIComponent(name)}/${start ? 'start' : 'stop'}`, bodyOf(start, { by, reason }));
  return (
    <Panel title="Start and stop" reading={strategies} class="span-12" empty={(page) => (page.items.length === 0 ? 'No strategy is configured.' : null)}>
      {(page) => (
        <div class="switches">
          <div class="fields">
            <Field label="Your name" value={by} onInput={setBy} />
            <Field label="Reason" value={reason} onInput={setReason} />
          </div>
          <ul class="findings" aria-label="Strategies to start and stop">
            {page.items.map((strategy) => (
              <li key={strategy.name}>
                <strong>{strategy.name}</strong> <Chip tone={strategy.state === 'RUNNING' ? 'ok' : 'warn'}>{strategy.state}</Chip>
                <span class="note">
                  {strategy.symbols.join(', ')}
                  {strategy.reason === null ? '' : `: ${strategy.reason}`}
                </span>
                {strategy.state === 'RUNNING' ? (
                  <button type="button" class="quiet" disabled={busy} onClick={() => turn(strategy.name, false)}>
                    Stop {strategy.name}
                  </button>
                ) : (
                  <Hold label={`Start ${strategy.name}`} tone={mode === 'live' ? 'bad' : 'warn'} disabled={busy || missing !== null} onHeld={() => turn(strategy.name, true)}>
                    {missing ?? (mode === 'live' ? 'it may open positions with real money' : 'it may open positions')}
                  </Hold>
                )}
              </li>
            ))}
          </ul>
          <Answer said={said} />
          <p class="note">{startRule(mode)}</p>
        </div>
      )}
    </Panel>
  );
}
