import { createBacktests, startRun, stopRun } from './backtests.mjs';
import { Refusal } from './refusal.mjs';
import { STRATEGIES } from './strategies.mjs';

export const TOKEN = 'mock-operator-token';
const LEVELS = ['none', 'entries', 'cancel', 'flatten'];
const RANGES = [
  ['risk_per_trade', '20', 'USDT', '0.01', '1000000', 'what a trade of the standard tier may lose at its stop'],
  ['max_positions', '4', 'count', '1', '100', 'symbols held or on their way at once'],
  ['max_total_notional', '200000', 'USDT', '1', '1000000000', 'held and on its way in all symbols'],
  ['max_daily_loss_r', '5', 'R', '0.5', '100', 'closed loss of a UTC day that halts and closes'],
  ['max_data_age_ms', '30000', 'ms', '1000', '600000', 'how old the newest complete trade may be'],
];

/** What people have ordered of one fake desk. */
export function createControl() {
  return {
    backtests: createBacktests(),
    kill: { level: 'none', by: 'desk' },
    paused: null,
    /** Why the triangles' venue refuses their account, until a person resumes. */
    refusal: 'EAPI:Invalid key',
    /** State and reason by strategy, where a person has changed them. */
    strategies: {},
    version: 1,
    changedBy: null,
    blocked: [{ symbol: 'ETHUSDT', reason: 'the desk has 0.1 and the venue 0' }],
    differences: [{ account: 'paper-main-kraken', asset: 'USD', desk: '1000', venue: '1500', difference: '500' }],
    settings: RANGES.map(([name, value, unit, least, most, meaning]) => ({ name, value, unit, least, most, meaning })),
  };
}

/** Carries out a POST of /api/v1; throws `Refusal`. */
export function order(control, path, headers, body, nowMs) {
  if (headers.authorization !== `Bearer ${TOKEN}`) throw new Refusal(401, 'unauthorized', 'a write needs the header Authorization: Bearer <operator token>');
  if (!headers['idempotency-key']) throw new Refusal(400, 'missing_parameter', 'Idempotency-Key is missing');
  if (path === '/backtests') return startRun(control.backtests, body);
  if (path === '/backtests/stop') return stopRun(control.backtests);
  if (!body.reason) throw new Refusal(400, 'missing_parameter', 'reason is missing, expected a text');
  const turned = /^\/strategies\/([^/]+)\/(start|stop)$/.exec(path);
  if (turned !== null) return turn(control, decodeURIComponent(turned[1]), turned[2] === 'start', body);
  switch (path) {
    case '/risk/kill':
      if (LEVELS.indexOf(body.level) > LEVELS.indexOf(control.kill.level)) control.kill = { level: body.level, by: 'operator' };
      return { kill_level: control.kill.level, changed_by: control.kill.by, text: 'kill done' };
    case '/risk/pause':
      control.paused = { until: new Date(nowMs + body.minutes * 60_000).toISOString(), reason: `paused by operator: ${body.reason}` };
      return { text: 'pause done' };
    case '/risk/resume':
      if (body.account === 'paper-main-kraken') {
        control.refusal = null;
        return { text: 'resume done' };
      }
      control.kill = { level: 'none', by: body.by };
      control.paused = null;
      return { text: 'resume done' };
    case '/risk/unblock':
      control.blocked = control.blocked.filter((blocked) => blocked.symbol !== body.symbol);
      return { text: `${body.symbol} takes entries again` };
    case '/balances/accept':
      control.differences = control.differences.filter((found) => found.asset !== body.asset);
      return { request_id: 1, state: 'PENDING', acceptance: { asset: body.asset, difference: body.difference, booked: false, text: null } };
    case '/risk/limits':
      return setLimits(control, body);
    default:
      throw new Refusal(404, 'not_found', `no such path: ${path}`);
  }
}

/** As `strategy.set_state_once` does, on a fake desk that is on paper and always HEALTHY. */
function turn(control, name, start, body) {
  if (!STRATEGIES.some((strategy) => strategy.name === name)) throw new Refusal(404, 'not_found', `no strategy is named ${name}`);
  const state = start ? 'RUNNING' : 'STOPPED';
  control.strategies[name] = { state, reason: body.reason, by: body.by ?? 'operator' };
  return { name, state, reason: body.reason };
}

function setLimits(control, body) {
  if (body.version !== control.version) throw new Refusal(409, 'stale_version', `the limits are at version ${control.version}, not ${body.version}; look at them again`);
  for (const [name, value] of Object.entries(body.limits)) {
    const item = control.settings.find((setting) => setting.name === name);
    if (!(Number(value) >= Number(item.least) && Number(value) <= Number(item.most))) throw new Refusal(400, 'invalid_parameter', `${name} is '${value}', expected a number from ${item.least} to ${item.most}`);
  }
  const text = Object.entries(body.limits).map(([name, value]) => `${name} to ${value}`).join(', ');
  control.settings = control.settings.map((item) => ({ ...item, value: body.limits[item.name] ?? item.value }));
  control.version += 1;
  control.changedBy = body.by ?? 'operator';
  return { text, version: control.version };
}
