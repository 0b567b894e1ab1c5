import { createHash } from 'node:crypto';
import { seeded } from './random.mjs';
import { Refusal } from './refusal.mjs';

const RUN_MS = 1_500;
const KEPT_AT = '2024-08-08T22:10:00.000Z';
const FROM = Date.parse('2021-04-17T16:45:42Z');
const SPAN_MS = 3_600_000;
const FILES = [
  { name: 'captures/gemini-books-20210417.gz', bytes: 155_130, format: 'gemini' },
  { name: 'books/an-hour-of-made-up-books.jsonl', bytes: 48_211_004, format: 'events' },
];
const PARAMETERS = [
  ['buffer-bps', '0', '0 to 1000 with at most two decimals'],
  ['max-notional', '1000', 'above 0, at most 1e12, with at most eight decimals'],
  ['stale-ms', '1000', '1 to 86400000 milliseconds, a whole number'],
  ['max-edge-bps', '500', '0.01 to 1000 with at most two decimals'],
  ['max-loss', null, '0 to 1e12 with at most eight decimals'],
  ['haircut-bps', '50', '0 to 1000 with at most two decimals'],
  ['legs', '3', '3 or 4'],
  ['latency-ms', '100', '0 to 60000 milliseconds, a whole number'],
  ['fee-bps', '26', '0 to 1000 with at most two decimals'],
].map(([name, value, expected]) => ({ name, value, expected, condition: name === 'latency-ms' || name === 'fee-bps' }));

const sha = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** The replays of one fake desk: two reports from before, and whatever is started. */
export function createBacktests() {
  const reports = new Map();
  for (const request of [
    { kind: 'replay', files: [FILES[1].name], settings: ['start=USD', 'fee-bps=10'] },
    { kind: 'sweep', files: [FILES[1].name], settings: ['start=USD'], vary: ['buffer-bps=0,2,5', 'stale-ms=250,500,1000'], train: '0.7', objective: 'profit' },
  ]) {
    keep(reports, reportOf(request), KEPT_AT);
  }
  return { reports, run: null };
}

function keep(reports, report, keptAt) {
  if (!reports.has(report.id)) reports.set(report.id, { report, keptAt });
}

export function overviewAt(backtests, asOf) {
  return {
    available: true,
    why: null,
    files: FILES,
    parameters: PARAMETERS,
    run: runNow(backtests),
    items: [...backtests.reports.values()].reverse().map(lineOf),
    as_of: asOf,
  };
}

export function reportAt(backtests, id, asOf) {
  const kept = backtests.reports.get(id);
  if (kept === undefined) throw new Refusal(404, 'not_found', `report_id '${id}' is unknown`);
  return { report: kept.report, tried: 2 * (kept.report.trials ?? 1), deflated_for_all: 0.871, as_of: asOf };
}

export function startRun(backtests, body) {
  if (runNow(backtests)?.state === 'running') throw new Refusal(409, 'busy', 'another run is under way; wait for it, or stop it');
  const unknown = body.files.find((name) => FILES.every((file) => file.name !== name));
  if (unknown !== undefined) throw new Refusal(400, 'invalid_parameter', `files is '${unknown}', expected a name of the list of files`);
  for (const text of [...body.settings, ...(body.vary ?? [])]) {
    const [name, values] = text.split('=');
    const wrong = name === 'start' ? undefined : values.split(',').find((value) => !(Number(value) >= 0));
    if (wrong !== undefined) throw new Refusal(400, 'invalid_parameter', `${name} is '${wrong}', expected ${PARAMETERS.find((one) => one.name === name).expected}`);
  }
  backtests.run = { request: body, begunMs: Date.now(), state: 'running' };
  return { text: `the ${body.kind} has begun` };
}

export function stopRun(backtests) {
  const running = runNow(backtests)?.state === 'running';
  if (running) backtests.run.state = 'stopped';
  return { text: running ? 'the run is being stopped' : 'no run is under way' };
}

function runNow({ run, reports }) {
  if (run === null) return null;
  const share = Math.min(1, (Date.now() - run.begunMs) / RUN_MS);
  if (run.state === 'running' && share === 1) {
    const report = reportOf(run.request);
    keep(reports, report, new Date().toISOString());
    Object.assign(run, { state: 'done', id: report.id });
  }
  return {
    kind: run.request.kind,
    state: run.state,
    share: run.state === 'stopped' ? 0.4 : share,
    started_at: new Date(run.begunMs).toISOString(),
    report_id: run.id ?? null,
    text: run.state === 'stopped' ? 'stopped by the operator' : null,
    files: run.request.files,
  };
}

function lineOf({ report, keptAt }) {
  const sweep = report.kind === 'sweep';
  const best = sweep ? report.folds.at(-1).ranking[0] : null;
  return {
    report_id: report.id,
    kind: report.kind,
    files: report.inputs.map((input) => input.name).join(', '),
    trials: report.trials ?? 1,
    verdict: sweep ? report.judgement.verdict : null,
    best: sweep ? Object.entries(report.sets[best.set].values).map((value) => value.join('=')).join(' ') : null,
    asset: report.plan.settings.start,
    train: sweep ? best.train.realised : null,
    test: sweep ? best.test.realised : null,
    opportunities: sweep ? null : String(report.report.opportunities),
    kept_at: keptAt,
  };
}

function reportOf(request) {
  const settings = Object.fromEntries(request.settings.map((text) => text.split('=')));
  const head = {
    id: sha(request),
    kind: request.kind,
    version: 'mock',
    inputs: request.files.map((name) => ({ name: name.split('/').at(-1), format: 'events', bytes: 1, sha256: sha(name) })),
    recording: { from: FROM, to: FROM + SPAN_MS },
  };
  return request.kind === 'sweep' ? sweepOf(head, settings, request) : replayOf(head, settings);
}

const decayOf = (random) => Object.fromEntries([50, 100, 250, 500, 1000, 2000, 5000].map((ms) => [ms, Math.max(0, 1 - ms / 900 + random.next() / 10)]));

function figuresOf(random, perCycle, taken) {
  const realised = (perCycle * taken + random.normal()).toFixed(8);
  return { value: Number(realised), seen: taken + 3, purged: 1, taken, complete: taken - 2, expected: (Math.abs(perCycle) * taken * 1.2).toFixed(8), realised };
}

function sweepOf(head, settings, request) {
  const random = seeded(request.vary.join().length);
  const vary = Object.fromEntries(request.vary.map((text) => [text.split('=')[0], text.split('=')[1].split(',')]));
  let sets = [{}];
  for (const [name, values] of Object.entries(vary)) sets = sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value })));
  const folds = Number(request.folds ?? 1);
  const border = (part) => FROM + Math.round(folds === 1 ? SPAN_MS * [0, Number(request.train), 1][part] : (SPAN_MS * part) / (folds + 1));
  return {
    ...head,
    plan: { settings, vary, objective: request.objective, ...(folds === 1 ? { train: request.train } : { folds }), blocks: 16 },
    grid: sets.length,
    trials: sets.length,
    judgement: {
      verdict: 'overfit',
      reasons: [`what was best in training was worse in the test than the middle of all ${sets.length} sets`, 'the probability of backtest overfitting is 0.612'],
      rule: 'overfit: it earned nothing in the test, or was worse there than the middle of all sets',
      overfitting: { probability: 0.612, combinations: 12870 },
      sharpe: { blocks: 11, ratio: 0.81 },
      deflated_sharpe: { trials: sets.length, luck: 0.4, probability: 0.904 },
    },
    sets: sets.map((values) => ({ values, decay: decayOf(random) })),
    folds: Array.from({ length: folds }, (_, fold) => foldOf(random, sets, { from: border(0), to: border(fold + 1) }, { from: border(fold + 1), to: border(fold + 2) })),
  };
}

function foldOf(random, sets, train, test) {
  const rows = sets.map((_, set) => ({ set, test_rank: 0, train: figuresOf(random, 1.4 - set * 0.3, 60), test: figuresOf(random, set * 0.2 - 0.5, 25) }));
  [...rows].sort((a, b) => b.test.value - a.test.value).forEach((row, place) => (row.test_rank = place + 1));
  return { train, test, ranking: rows.sort((a, b) => b.train.value - a.train.value) };
}

function replayOf(head, settings) {
  const random = seeded(7);
  const opportunities = Array.from({ length: 12 }, (_, one) => ({
    t: FROM + 60_000 * (one + 1),
    gone: FROM + 60_000 * (one + 1) + 400,
    why: one === 11 ? 'end_of_recording' : 'no_edge',
    cycle: 'USD>BTC>ETH>USD',
    edge_bps: 12.5 + one,
    asset: 'USD',
    spend: '1000',
    profit: '1.25',
    decay: decayOf(random),
    taken: { expected: '1.25', realised: one % 3 === 0 ? '-0.4' : '1.25', outcome: one % 3 === 0 ? 'unwound' : 'complete' },
  }));
  return {
    ...head,
    plan: { settings },
    report: { events: 36_040, opportunities: 12, decay: decayOf(random), outcomes: { complete: 8, unwound: 4 }, expected: { USD: '15' }, realised: { USD: '8.4' } },
    opportunities,
    left_out: 0,
  };
}
