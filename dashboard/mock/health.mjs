import { STRATEGIES } from './strategies.mjs';
import { countBefore, SYMBOL, time } from './tape.mjs';

/** /health as it stands at `nowMs` of the capture. */
export function healthAt(world, nowMs, recovering) {
  const count = countBefore(world.tape, nowMs + 1);
  const last = world.tape[Math.max(0, count - 1)];
  const finished = nowMs >= world.lastMs;
  const openGaps = world.gaps.filter((gap) => gap.atMs <= nowMs).length;
  return {
    status: recovering ? 'RECOVERING' : 'HEALTHY',
    mode: 'paper',
    account: 'paper-main',
    version: '0.1.0',
    as_of: time(nowMs),
    market_time: time(nowMs),
    venue: null,
    replay: {
      capture: 'usdm-btcusdt-20240808',
      state: finished ? 'FINISHED' : 'PLAYING',
      speed: '1',
      position_at: time(nowMs),
      first_at: time(world.firstMs),
      last_at: time(world.lastMs),
      message: finished ? 'replay finished' : null,
    },
    synthetic_inputs: [
      'mark_price', 'index_price', 'funding_rate', 'open_interest_hist', 'long_short_ratio', 'top_trader_position', 'liquidation', 'coinbase_premium',
    ],
    session: { state: 'RUNNING', started_at: time(world.firstMs), previous_end: 'clean', message: null },
    strategies: STRATEGIES.map((s) => ({ name: s.name, state: s.running ? 'RUNNING' : 'STOPPED', reason: s.reason })),
    feeds: [
      {
        symbol: SYMBOL,
        state: finished ? 'FINISHED' : 'LIVE',
        last_agg_id: last.id,
        last_trade_at: time(last.ms),
        age_ms: nowMs - last.ms,
        trades: count,
        frames: Math.round(count / 1.7),
        frame_bytes_per_trade: 9.1,
        gaps: openGaps,
        duplicates: 3,
        malformed: 0,
        reconnects: world.hole === null ? 0 : 1,
      },
    ],
    consumers: [
      consumer('signal-scorer', 'market', 4, count, nowMs),
      consumer('recorder', 'market', 11, count, nowMs),
      consumer('risk-check', 'decisions', 6, 214, nowMs),
      consumer('order-placer', 'decisions', 9, 188, nowMs),
      consumer('reconciler', 'decisions', 21, 188, nowMs),
    ],
    clock: { offset_ms: -3, measured_at: time(nowMs - 14_000), state: 'OK' },
    checks: [
      { name: 'position_mismatch', ok: true, detail: '0' },
      { name: 'fill_without_stop', ok: true, detail: '0' },
      { name: 'unknown_orders', ok: true, detail: '0' },
      { name: 'ledger_balance', ok: true, detail: 'sum is 0' },
      { name: 'audit_chain', ok: true, detail: 'unbroken' },
    ],
  };
}

const consumer = (name, stream, lag_ms, records, nowMs) => ({ name, stream, lag_ms, records, errors: 0, last_at: time(nowMs - lag_ms) });
