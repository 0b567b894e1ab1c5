import { positionsAt } from './account.mjs';
import { STRATEGIES } from './strategies.mjs';
import { SYMBOL, time } from './tape.mjs';
import { RISK_USD } from './trading.mjs';

const limit = (name, used, most, unit, symbol = null) => ({ name, symbol, used: String(used), limit: String(most), unit });

/** The answer of `/risk`: one symbol, so one open trade takes it. */
export function riskAt(world, nowMs) {
  const open = positionsAt(world, nowMs).filter((position) => position.direction !== 'FLAT');
  const notional = open.reduce((sum, position) => sum + Number(position.notional), 0);
  return {
    account: 'paper-main',
    mode: 'paper',
    currency: 'USDT',
    risk_per_trade: String(RISK_USD),
    balance: '10000',
    kill_switch: { level: 'none', by: 'desk' },
    standing: { day_pnl_r: '-1.2', consecutive_losses: 2, paused_until: null, pause_reason: null, halt_reason: null },
    limits: [
      limit('daily_loss', '1.2', 5, 'R'),
      limit('consecutive_losses', 2, 5, 'trades'),
      limit('positions', open.length, 4, 'symbols'),
      limit('total_notional', notional, 200000, 'USDT'),
      ...open.map((position) => limit('symbol_notional', position.notional, 100000, 'USDT', position.symbol)),
      limit('entries_per_minute', 0, 10, 'entries'),
    ],
    entries: STRATEGIES.map((strategy) => verdict(strategy, open)),
    as_of: time(nowMs),
  };
}

function verdict(strategy, open) {
  const taken = open.length > 0;
  return {
    strategy: strategy.name,
    symbol: SYMBOL,
    allowed: !taken,
    code: taken ? 'position_open' : null,
    text: taken ? `${SYMBOL} is taken by the trade of ${open[0].strategy}` : null,
  };
}
