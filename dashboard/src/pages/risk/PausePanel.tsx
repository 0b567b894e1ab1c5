import { useState } from 'preact/hooks';
import type { Reading } from '../../api/reading';
import type { Risk } from '../../api/risk-types';
import { Panel } from '../../ui/Panel';
import { Answer } from './Answer';
import { Field } from './Field';
import { canResume } from './guard';
import { stateOf, useCommand, whose } from './useCommand';

interface Told {
  text?: string;
  paused_until?: string | null;
  acceptance?: { asset: string; difference: string } | null;
}

/** What the desk answered; a difference is only asked for, the reconciler books it. */
function told(answer: Told): string {
  const asked = answer.acceptance;
  return asked ? `${asked.difference} ${asked.asset} will be booked with the next reconciliation` : (answer.text ?? 'done');
}

/** A rest for a while, the way back, and blocked symbols. Each asks for a reason, and the way back for a name. */
export function PausePanel({ risk, account }: { risk: Reading<Risk>; account: string }) {
  const [minutes, setMinutes] = useState('60');
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { said, busy, order } = useCommand<Told>(told, stateOf(account));
  const named = by.trim() !== '' && reason.trim() !== '';
  const person = { by: by.trim(), reason: reason.trim() };
  return (
    <Panel title="Pause and resume" reading={risk} class="span-5">
      {(data) => (
        <div class="switches">
          <div class="fields">
            <Field label="Your name" value={by} onInput={setBy} />
            <Field label="Reason" value={reason} onInput={setReason} />
            <Field label="Minutes" value={minutes} onInput={setMinutes} />
          </div>
          <div class="buttons">
            <button
              type="button"
              class="quiet"
              disabled={busy || reason.trim() === ''}
              onClick={() => void order('/risk/pause', { minutes: Number(minutes), reason: reason.trim(), ...whose(account) })}
            >
              Pause entries
            </button>
            <button type="button" class="quiet" disabled={busy || !named || !canResume(data)} onClick={() => void order('/risk/resume', { version: data.stops_version, ...person, ...whose(account) })}>
              Resume
            </button>
          </div>
          <ul class="findings" aria-label="Blocked symbols">
            {data.blocked_symbols.map((blocked) => (
              <li key={blocked.symbol}>
                <span>
                  <strong>{blocked.symbol}</strong> takes no entries: {blocked.reason}
                </span>
                <button type="button" class="quiet" disabled={busy || !named} onClick={() => void order('/risk/unblock', { symbol: blocked.symbol, ...person })}>
                  Unblock
                </button>
              </li>
            ))}
          </ul>
          <ul class="findings" aria-label="Balances that differ">
            {data.balance_differences.map((found) => (
              <li key={found.asset}>
                <span>
                  <strong>{found.asset}</strong> of {found.account}: {found.desk} here, {found.venue} at the venue
                </span>
                <button
                  type="button"
                  class="quiet"
                  disabled={busy || !named}
                  onClick={() => void order('/balances/accept', { asset: found.asset, difference: found.difference, ...person })}
                >
                  Book {found.difference} as moved by hand
                </button>
              </li>
            ))}
          </ul>
          <Answer said={said} />
          <p class="note">
            What you say here carries your name into the audit log. A resume and an unblock need a clean reconciliation; a difference is booked with
            the next one, if it is still the same.
          </p>
        </div>
      )}
    </Panel>
  );
}
