import type { BacktestParameter } from '../../api/backtest-types';

export interface Form {
  readonly kind: 'replay' | 'sweep';
  readonly files: readonly string[];
  readonly start: string;
  /** By parameter; several values, with commas between, are tried in a sweep. */
  readonly values: Readonly<Record<string, string>>;
  readonly split: 'once' | 'forward';
  readonly train: string;
  readonly folds: string;
  readonly objective: string;
  readonly limit: string;
}

export const EMPTY: Form = { kind: 'sweep', files: [], start: 'USD', values: {}, split: 'once', train: '0.7', folds: '3', objective: 'profit', limit: '200' };

const listOf = (text: string): string[] => text.split(',').map((part) => part.trim()).filter((part) => part !== '');

/** What is typed, or the usual value where nothing is. */
export const valuesOf = (form: Form, parameter: BacktestParameter): string[] => listOf(form.values[parameter.name] ?? parameter.value ?? '');

/** How many sets a sweep tries. */
export function setsOf(form: Form, parameters: readonly BacktestParameter[]): number {
  return parameters.reduce((count, parameter) => count * Math.max(1, valuesOf(form, parameter).length), 1);
}

/** Why it can't be started, or null when it can; the desk checks every value itself. */
export function obstacle(form: Form, parameters: readonly BacktestParameter[]): string | null {
  if (form.files.length === 0) return 'Choose a recording.';
  const sets = setsOf(form, parameters);
  if (form.kind === 'sweep' && sets === 1) return 'Give at least one setting several values, with commas between.';
  if (form.kind === 'replay' && sets > 1) return 'A replay takes one value of each setting.';
  return null;
}

/** The body of the request. */
export function requestOf(form: Form, parameters: readonly BacktestParameter[]): object {
  const settings = [`start=${form.start.trim()}`];
  const vary: string[] = [];
  for (const parameter of parameters) {
    const values = valuesOf(form, parameter);
    if (values.length > 1) vary.push(`${parameter.name}=${values.join(',')}`);
    else if (values.length === 1) settings.push(`${parameter.name}=${values[0]}`);
  }
  const request = { kind: form.kind, files: form.files, settings };
  if (form.kind === 'replay') return request;
  const split = form.split === 'once' ? { train: form.train.trim() } : { folds: form.folds.trim() };
  return { ...request, vary, ...split, objective: form.objective, limit: form.limit.trim() };
}
