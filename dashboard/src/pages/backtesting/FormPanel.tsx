import { useState } from 'preact/hooks';
import type { BacktestParameter, Backtests } from '../../api/backtest-types';
import { queries } from '../../api/queries';
import type { Reading } from '../../api/reading';
import { operatorToken } from '../../state/operator';
import { useStore } from '../../state/store';
import { Choice } from '../../ui/Choice';
import { Panel } from '../../ui/Panel';
import { Answer } from '../risk/Answer';
import { Field } from '../risk/Field';
import { useCommand } from '../risk/useCommand';
import { EMPTY, obstacle, requestOf, setsOf, type Form } from './form';
import { objectiveInWords } from './words';

const KINDS = [
  ['sweep', 'Sweep'],
  ['replay', 'Replay'],
] as const;
const SPLITS = [
  ['once', 'Train, then test'],
  ['forward', 'Walk forward'],
] as const;
const OBJECTIVES = ['profit', 'profit-per-taken', 'capture'];

/** What to replay, and with what. */
export function FormPanel({ reading }: { reading: Reading<Backtests> }) {
  return (
    <Panel title="Start a run" reading={reading} class="span-7" empty={(data) => (data.available ? null : data.why)}>
      {(data) => <Filled data={data} />}
    </Panel>
  );
}

function Filled({ data }: { data: Backtests }) {
  const [form, setForm] = useState<Form>(EMPTY);
  const token = useStore(operatorToken);
  const { said, busy, order } = useCommand<{ text: string }>((told) => told.text, [queries.backtests()]);
  const set = (part: Partial<Form>) => setForm({ ...form, ...part });
  const missing = obstacle(form, data.parameters);
  return (
    <form class="switches backtest-form" onSubmit={(event) => (event.preventDefault(), void order('/backtests', requestOf(form, data.parameters)))}>
      <Choice label="Kind" options={KINDS} value={form.kind} onChoose={(kind) => set({ kind })} />
      <Recordings data={data} form={form} set={set} />
      <div class="backtest-fields">
        <Field label="Start asset" value={form.start} onInput={(start) => set({ start })} />
        {data.parameters.map((parameter) => (
          <ParameterField key={parameter.name} parameter={parameter} form={form} set={set} />
        ))}
      </div>
      {form.kind === 'sweep' && <Judging form={form} set={set} />}
      <Field label="Operator token" secret value={token} onInput={operatorToken.set} placeholder="printed by ./sextant up" />
      <div class="buttons">
        <button type="submit" class="quiet" disabled={busy || missing !== null || data.run?.state === 'running'}>
          {form.kind === 'sweep' ? `Start a sweep of ${setsOf(form, data.parameters)} sets` : 'Start a replay'}
        </button>
        {missing !== null && <span class="note">{missing}</span>}
      </div>
      <Answer said={said} />
    </form>
  );
}

interface Part {
  form: Form;
  set: (part: Partial<Form>) => void;
}

function Recordings({ data, form, set }: Part & { data: Backtests }) {
  if (data.files.length === 0) {
    return (
      <p class="note">
        There is no recording of books yet: <code>./sextant arb live --record .sextant/books/today.jsonl</code> makes one.
      </p>
    );
  }
  const toggle = (name: string, on: boolean) => set({ files: on ? [...form.files, name] : form.files.filter((file) => file !== name) });
  return (
    <fieldset class="backtest-files">
      <legend>Recordings; several are merged by time</legend>
      {data.files.map((file) => (
        <label key={file.name}>
          <input type="checkbox" checked={form.files.includes(file.name)} onChange={(event) => toggle(file.name, event.currentTarget.checked)} />
          <span>{file.name}</span>
          <span class="note">
            {file.format}, {Math.max(1, Math.round(file.bytes / 1024)).toLocaleString('en')} KiB
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function ParameterField({ parameter, form, set }: Part & { parameter: BacktestParameter }) {
  return (
    <label class="field" title={`${parameter.expected}${parameter.condition ? '; a condition, not a choice' : ''}`}>
      <span>
        {parameter.name}
        {parameter.condition ? ' (condition)' : ''}
      </span>
      <input
        type="text"
        autoComplete="off"
        spellcheck={false}
        value={form.values[parameter.name] ?? parameter.value ?? ''}
        placeholder="any"
        onInput={(event) => set({ values: { ...form.values, [parameter.name]: event.currentTarget.value } })}
      />
    </label>
  );
}

function Judging({ form, set }: Part) {
  return (
    <div class="backtest-judging">
      <Choice label="Windows" options={SPLITS} value={form.split} onChoose={(split) => set({ split })} />
      <div class="fields">
        {form.split === 'once' ? (
          <Field label="Share that trains" value={form.train} onInput={(train) => set({ train })} />
        ) : (
          <Field label="Folds" value={form.folds} onInput={(folds) => set({ folds })} />
        )}
        <label class="field">
          <span>Ranked by</span>
          <select value={form.objective} onChange={(event) => set({ objective: event.currentTarget.value })}>
            {OBJECTIVES.map((objective) => (
              <option key={objective} value={objective}>
                {objectiveInWords(objective)}
              </option>
            ))}
          </select>
        </label>
        <Field label="Sets at most" value={form.limit} onInput={(limit) => set({ limit })} />
      </div>
    </div>
  );
}
