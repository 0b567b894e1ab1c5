import { useState } from 'preact/hooks';
import type { Reading } from '../../api/reading';
import type { Risk, Setting } from '../../api/risk-types';
import { Panel } from '../../ui/Panel';
import { Answer } from './Answer';
import { Field } from './Field';
import { changesOf } from './limits';
import { stateOf, useCommand, whose } from './useCommand';

/** Every limit that people may set. What is typed stays until it is sent; the desk checks the version and each range. */
export function LimitsPanel({ risk, account }: { risk: Reading<Risk>; account: string }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [version, setVersion] = useState<number | null>(null);
  const [by, setBy] = useState('');
  const [reason, setReason] = useState('');
  const { said, busy, order } = useCommand<{ text: string }>((told) => told.text, stateOf(account));
  const type = (data: Risk, name: string, value: string) => {
    // The version that was on screen when typing began: who changes them meanwhile makes this one stale.
    setVersion((seen) => seen ?? data.settings.version);
    setTyped({ ...typed, [name]: value });
  };
  const forget = () => {
    setTyped({});
    setVersion(null);
  };
  const send = async (data: Risk) => {
    const body = { version: version ?? data.settings.version, limits: changesOf(data.settings.items, typed), reason: reason.trim(), ...whose(account) };
    if (await order('/risk/limits', by.trim() === '' ? body : { ...body, by: by.trim() })) forget();
  };
  return (
    <Panel title="Limits" reading={risk} class="span-12" aside={<Version risk={risk.data} />}>
      {(data) => (
        <form class="switches" onSubmit={(event) => (event.preventDefault(), void send(data))}>
          <div class="settings-table">
            {data.settings.items.map((item) => (
              <Row key={item.name} item={item} value={typed[item.name] ?? item.value} onInput={(value) => type(data, item.name, value)} />
            ))}
          </div>
          <div class="fields">
            <Field label="Your name" value={by} onInput={setBy} />
            <Field label="Reason" value={reason} onInput={setReason} />
          </div>
          <div class="buttons">
            <button type="submit" class="quiet" disabled={busy || reason.trim() === '' || Object.keys(changesOf(data.settings.items, typed)).length === 0}>
              Set limits
            </button>
            <button type="button" class="quiet" disabled={busy || Object.keys(typed).length === 0} onClick={forget}>
              Forget changes
            </button>
          </div>
          <Answer said={said} />
        </form>
      )}
    </Panel>
  );
}

function Version({ risk }: { risk: Risk | null }) {
  if (risk === null) return null;
  const { version, changed_by } = risk.settings;
  return (
    <span class="note">
      version {version}
      {changed_by !== null && `, set by ${changed_by}`}
    </span>
  );
}

function Row({ item, value, onInput }: { item: Setting; value: string; onInput: (value: string) => void }) {
  const changed = value !== item.value;
  return (
    <label class={changed ? 'setting changed' : 'setting'}>
      <span class="setting-name">{item.name.replaceAll('_', ' ')}</span>
      <input name={item.name} inputMode="decimal" value={value} autoComplete="off" onInput={(event) => onInput(event.currentTarget.value)} />
      <span class="note">
        {item.unit}, {item.least} to {item.most}; {item.meaning}
        {changed && <strong> (is {item.value})</strong>}
      </span>
    </label>
  );
}
