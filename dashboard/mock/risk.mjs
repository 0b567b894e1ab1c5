import { positionsAt } from './account.mjs';
import { STRATEGIES } from './strategies.mjs';
import { SYMBOL, time } from './tape.mjs';
import { RISK_USD } from './trading.mjs';

const limit = (name, used, most, unit, symbol = null) => ({ name, symbol, used: String(used), limit: String(most), unit });

export const ACCOUNTS = [
  { account: 'paper-main', mode: 'paper', currency: 'USDT', follows: null },
  { account: 'paper-main-kraken', mode: 'paper', currency: 'USD', follows: 'paper-main' },
];

/** The answer of `/risk`: one symbol, so one open trade takes it. The triangles' account begins refused by its venue. */
export function riskAt(world, nowMs, control, account) {
  const own = riskOfOwn(world, nowMs, control);
  if (account === 'paper-main') return own;
  const found = control.refusal === null ? [] : [{ condition: 'venue_halted', state: 'HALTED', text: `the venue refused: ${control.refusal}` }];
  return { ...own, ...ACCOUNTS[1], follows: undefined, guard: { state: stateOf(found), findings: found }, strategies: [], entries: [], alerts: [] };
}

function riskOfOwn(world, nowMs, control) {
  const open = positionsAt(world, nowMs).filter((position) => position.direction !== 'FLAT');
  const notional = open.reduce((sum, position) => sum + Number(position.notional), 0);
  return {
    account: 'paper-main',
    mode: 'paper',
    currency: 'USDT',
    risk_per_trade: String(RISK_USD),
    balance: '10000',
    kill_switch: control.kill,
    standing: { day_pnl_r: '-1.2', consecutive_losses: 4, paused_until: control.paused?.until ?? null, pause_reason: control.paused?.reason ?? null, halt_reason: null },
    guard: { state: stateOf(findings(control)), findings: findings(control) },
    strategies: STRATEGIES.map((strategy) => ({ strategy: strategy.name, running: control.strategies[strategy.name]?.state ?? (strategy.running ? 'RUNNING' : 'STOPPED'), state: stateOf(findings(control)) })),
    conditions: CONDITIONS.map(([condition, scope, state, meaning]) => ({ condition, scope, state, meaning })),
    settings: { version: control.version, changed_by: control.changedBy, changed_at: null, items: control.settings },
    stops_version: 1,
    blocked_symbols: control.blocked,
    balance_differences: control.differences,
    venue: { reached_at: time(nowMs), trouble: null },
    alerts: [{ kind: 'held_long', subject: 'mock', text: 'LONG 0.01 BTCUSDT of demo_fast is open since 22:50, longer than 45 min', raised_at: time(nowMs - 60_000) }],
    limits: [
      limit('daily_loss', '1.2', 5, 'R'),
      limit('consecutive_losses', 4, 5, 'trades'),
      limit('positions', open.length, 4, 'symbols'),
      limit('total_notional', notional, 200000, 'USDT'),
      ...open.map((position) => limit('symbol_notional', position.notional, 100000, 'USDT', position.symbol)),
      limit('entries_per_minute', 0, 10, 'entries'),
      limit('venue_silence', 2400, 30000, 'ms'),
    ],
    entries: STRATEGIES.map((strategy) => verdict(strategy, open)),
    as_of: time(nowMs),
  };
}

const CONDITIONS = [
  ['killed', 'account', 'HALTED', 'the kill switch is thrown'],
  ['venue_halted', 'account', 'HALTED', 'the venue refuses the account, its key or its address'],
  ['paused', 'account', 'REDUCING', "losses in a row, or a person's pause; it ends by itself"],
  ['losses_near', 'account', 'WARNING', 'one more loss in a row pauses'],
];

function findings(control) {
  return [
    ...(control.kill.level === 'none' ? [] : [{ condition: 'killed', state: 'HALTED', text: `kill switch at level ${control.kill.level} by ${control.kill.by}` }]),
    ...(control.paused === null ? [] : [{ condition: 'paused', state: 'REDUCING', text: `${control.paused.reason} until ${control.paused.until}` }]),
    { condition: 'losses_near', state: 'WARNING', text: '4 losses in a row, a pause at 5' },
  ];
}

const stateOf = (found) => found[0]?.state ?? 'NORMAL';

function verdict(strategy, open) {
  const taken = open.length > 0;
  return {
    strategy: strategy.name,
    symbol: SYMBOL,
    state: 'WARNING',
    allowed: !taken,
    code: taken ? 'position_open' : null,
    text: taken ? `${SYMBOL} is taken by the trade of ${open[0].strategy}` : null,
  };
}
